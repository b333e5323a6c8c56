--@ do: a video and a failed quiz
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
VALUES (:mina, :photo, 'exposure', 0, NULL), (:mina, :photo, 'light', 1, 0);
--@ value rows_with_null: lessons without a score
SELECT count(*) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo AND score IS NULL;
--@ value rows_with_0: lessons with nothing right
SELECT count(*) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo AND score = 0;
