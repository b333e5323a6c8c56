-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: the seconds of all are there (where they overlap)
-- says: An INSERT met the key of a row that was there already, made by the other session or before it.
DO $$
BEGIN
  IF EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins') THEN
    UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
  ELSE
    INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds);
  END IF;
  COMMIT;
END $$
