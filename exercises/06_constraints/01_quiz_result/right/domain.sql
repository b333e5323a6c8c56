-- The range of a score is a type of its own: a domain.
CREATE DOMAIN percent AS INTEGER CHECK (VALUE BETWEEN 0 AND 100); CREATE TABLE quiz_result (user_id UUID NOT NULL, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1),
 score percent, UNIQUE (user_id, lesson_id, attempt));
