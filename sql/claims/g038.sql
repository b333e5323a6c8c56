--@ do: five names that are no lesson, or one lesson five times
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:mina, :photo, ''), (:mina, :photo, '   '), (:mina, :photo, 'Lesson-1'),
       (:mina, :photo, 'lesson-1'), (:mina, :photo, 'lesson-1 ');
--@ value names_accepted: how many are lessons now
SELECT count(DISTINCT lesson_id) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
