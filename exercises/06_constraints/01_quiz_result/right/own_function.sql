-- A CHECK may call a function of one's own that looks at nothing but its argument.
CREATE FUNCTION is_percent(n INT) RETURNS BOOLEAN IMMUTABLE LANGUAGE sql AS 'SELECT n BETWEEN 0 AND 100'; CREATE TABLE quiz_result (user_id UUID NOT NULL, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1),
 score INTEGER CHECK (is_percent(score)), UNIQUE (user_id, lesson_id, attempt));
