-- CHECK (attempt >= 1) does not refuse NULL: a CHECK fails only on false.
-- says: accepted, but should be refused: a try without a number
-- says: accepted, but should be refused: a number that is left out
CREATE TABLE quiz_result (
  user_id UUID NOT NULL, lesson_id TEXT NOT NULL,
  attempt INTEGER CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100),
  UNIQUE (user_id, lesson_id, attempt)
)
