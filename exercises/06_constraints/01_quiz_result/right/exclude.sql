-- A bare table and ALTERs; EXCLUDE is the rule once, with the SQLSTATE 23P01.
CREATE TABLE quiz_result (user_id UUID, lesson_id TEXT, attempt SMALLINT, score SMALLINT);
ALTER TABLE quiz_result
  ALTER COLUMN user_id SET NOT NULL, ALTER COLUMN lesson_id SET NOT NULL, ALTER COLUMN attempt SET NOT NULL,
  ADD CHECK (NOT (attempt < 1)), ADD CHECK (score >= 0), ADD CHECK (100 >= score),
  ADD EXCLUDE USING btree (user_id WITH =, lesson_id WITH =, attempt WITH =);
