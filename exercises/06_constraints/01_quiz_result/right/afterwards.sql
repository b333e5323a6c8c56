-- The table first, the rules one by one: the same table in the end.
CREATE TABLE quiz_result (user_id UUID, lesson_id TEXT, attempt INTEGER, score INTEGER);
ALTER TABLE quiz_result ALTER user_id SET NOT NULL, ALTER lesson_id SET NOT NULL, ALTER attempt SET NOT NULL;
ALTER TABLE quiz_result ADD CHECK (NOT attempt < 1);
ALTER TABLE quiz_result ADD CHECK (score IS NULL OR (score >= 0 AND score < 101));
CREATE UNIQUE INDEX quiz_result_once ON quiz_result (user_id, lesson_id, attempt);
