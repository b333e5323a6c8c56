-- says: accepted, but should be refused: the same try twice, not marked
-- says: Two rows for the same try get in where neither has a score.
CREATE TABLE quiz_result (user_id UUID NOT NULL, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1),
 score INTEGER CHECK (score BETWEEN 0 AND 100)); CREATE UNIQUE INDEX ON quiz_result (user_id, lesson_id, attempt) WHERE score IS NOT NULL;
