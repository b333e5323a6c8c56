-- Tries count from 1, marked or not: your rule lets a negative number in where there is no score.
-- has: or score is null
-- says: accepted, but should be refused: a try with a number below 0
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER, score INTEGER CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id, attempt), CHECK (attempt >= 1 OR score IS NULL)
);
