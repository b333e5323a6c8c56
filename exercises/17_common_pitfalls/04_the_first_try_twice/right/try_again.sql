-- Who is refused begins again, and then there is a row to count on from.
DO $$
BEGIN
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, :score);
EXCEPTION WHEN unique_violation THEN
  UPDATE lesson_progress SET attempts = attempts + 1, score = greatest(score, :score)
  WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
END $$;
