--@ do: a lesson is opened for the first time
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure')
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now();
--@ value attempts_after_the_first_start: what the column has
SELECT attempts FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
--@ do: and once more
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :photo, 'exposure')
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now();
--@ value attempts_after_the_second_start: what it has now
SELECT attempts FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
