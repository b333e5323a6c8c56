CREATE FUNCTION slow(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(btrim(repeat('a', 3000000), repeat('b', 400000)||'a')) >= 0 $$;
CREATE TABLE quiz_result (user_id UUID, lesson_id TEXT, attempt INTEGER, score INTEGER, PRIMARY KEY (user_id, lesson_id, attempt), CHECK (slow(attempt)));
