INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 20);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n,
       CASE WHEN n % 5 > 0 THEN (n % 4) * 60 END
FROM generate_series(1, 18) AS n;

ALTER TABLE lesson_progress ADD COLUMN seconds_spent BIGINT;

CREATE FUNCTION keep_both_names() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.seconds_spent := COALESCE(NEW.seconds_spent, NEW.time_spent_seconds);
  ELSIF NEW.seconds_spent IS NOT DISTINCT FROM OLD.seconds_spent THEN
    NEW.seconds_spent := NEW.time_spent_seconds;
  END IF;
  NEW.time_spent_seconds := NEW.seconds_spent;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_both_names BEFORE INSERT OR UPDATE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION keep_both_names();

UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30 WHERE lesson_id IN ('lesson-3', 'lesson-4');
