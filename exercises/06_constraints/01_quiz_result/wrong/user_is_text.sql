-- says: not so: the columns have the types that are asked for
-- says: A column has another type than the question says: user_id is a UUID, lesson_id a text, attempt and score are integers.
CREATE TABLE quiz_result (user_id TEXT, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1), score INTEGER CHECK (score BETWEEN 0 AND 100), PRIMARY KEY (user_id, lesson_id, attempt));
