-- says: refused, but should be accepted: a try with a high number
-- says: The number of a try is any integer from 1 up: a rule of yours ends it somewhere.
CREATE TABLE quiz_result (user_id uuid NOT NULL, lesson_id text NOT NULL, attempt int NOT NULL CHECK (attempt BETWEEN 1 AND 100),
 score int CHECK (score BETWEEN 0 AND 100), UNIQUE (user_id, lesson_id, attempt))
