--@ do: the row is made, and 30 seconds are added
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :statistics, 'distributions');
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :mina AND course_id = :statistics AND lesson_id = 'distributions';
--@ value after_30: what stands there then
SELECT time_spent_seconds FROM lesson_progress
WHERE user_id = :mina AND course_id = :statistics AND lesson_id = 'distributions';
--@ value after_45_more: and after the break
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 45
WHERE user_id = :mina AND course_id = :statistics AND lesson_id = 'distributions'
RETURNING time_spent_seconds;
