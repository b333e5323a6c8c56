INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n FROM generate_series(1, 9) AS n;
CREATE FUNCTION written_anew(change TEXT) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE before OID := pg_relation_filenode('lesson_progress');
        after OID;
BEGIN
  BEGIN
    EXECUTE 'ALTER TABLE lesson_progress ' || change;
    after := pg_relation_filenode('lesson_progress');
    RAISE EXCEPTION 'seen';
  EXCEPTION WHEN raise_exception THEN
    RETURN after <> before;
  END;
END $$;
