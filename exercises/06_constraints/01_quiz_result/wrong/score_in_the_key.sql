-- The score belongs to your key, so a second row for the same try gets in with another score, or where neither has one.
-- has: attempt , score )
-- says: accepted, but should be refused: the same try twice
-- says: accepted, but should be refused: the same try twice, not marked
CREATE TABLE quiz_result (user_id UUID NOT NULL, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1), score INTEGER CHECK (score BETWEEN 0 AND 100), UNIQUE (user_id, lesson_id, attempt, score));
