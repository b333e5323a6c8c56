-- says: accepted, but should be refused: a score of 101
-- says: accepted, but should be refused: a score below 0
-- says: Nothing keeps a score from being more than 100.
CREATE TABLE quiz_result (user_id UUID NOT NULL, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1),
 score INTEGER CHECK (score >= 0 OR score <= 100), UNIQUE (user_id, lesson_id, attempt));
