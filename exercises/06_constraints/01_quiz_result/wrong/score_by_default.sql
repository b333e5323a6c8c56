-- says: not so: a score that is left out is not known
-- says: Who leaves the score out has not marked the try: it must be NULL, and 0 is a mark.
CREATE TABLE quiz_result (user_id UUID, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1), score INTEGER DEFAULT 0 CHECK (score BETWEEN 0 AND 100), PRIMARY KEY (user_id, lesson_id, attempt));
