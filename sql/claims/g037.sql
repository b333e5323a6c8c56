--@ do: the sample URL as a lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:mina, :photo, 'https://example.com/courses/web-dev/lessons/intro');
--@ value characters_of_the_sample: how long it is
SELECT char_length(lesson_id) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
--@ sqlstate url_of_256: a longer one
UPDATE lesson_progress SET lesson_id = rpad(lesson_id, 256, '/more')
WHERE user_id = :mina AND course_id = :photo;
