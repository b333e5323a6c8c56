-- Who is refused begins again: by then the row is there, and the UPDATE finds it.
DO $$
BEGIN
  LOOP
    UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
    WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
    EXIT WHEN FOUND;
    BEGIN
      INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds);
      EXIT;
    EXCEPTION WHEN unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
