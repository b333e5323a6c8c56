-- says: accepted, but should be refused: the same try twice
-- says: accepted, but should be refused: the same try twice, not marked
-- says: Nothing stops a second row for the same try
CREATE TABLE quiz_result (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL, lesson_id TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100)
)
