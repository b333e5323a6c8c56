--@ value updated_at_equals_created_at: an insert, 0.1 seconds, an update
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'quick');
SELECT pg_sleep(0.1);
UPDATE lesson_progress SET attempts = 1 WHERE user_id = :mina AND lesson_id = 'quick' RETURNING updated_at = created_at;
--@ value with_clock_timestamp: the same with clock_timestamp()
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS TRIGGER AS $$
BEGIN
  NEW.updated_at = clock_timestamp();
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'quick');
SELECT pg_sleep(0.1);
UPDATE lesson_progress SET attempts = 1 WHERE user_id = :mina AND lesson_id = 'quick' RETURNING updated_at = created_at;
