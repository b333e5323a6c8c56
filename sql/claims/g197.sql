--@ do: a first visit
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light');
--@ value attempts_after_a_restart: what a second visit returns
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light')
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now()
RETURNING attempts;
--@ value rows_returned_by_do_nothing: rows that it returns where nothing is to be done
WITH again AS (
  INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light')
  ON CONFLICT DO NOTHING RETURNING attempts
)
SELECT count(*) FROM again;
--@ sqlstate returning_old: asking whether the row was there
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'light')
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now()
RETURNING old.id IS NULL AS is_new;
