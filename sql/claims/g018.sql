--@ sqlstate same_lesson_in_two_courses: one lesson_id in two courses
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:mina, :photo, 'introduction'), (:mina, :python, 'introduction');
--@ value lessons_by_name_alone: do names alone tell the lessons apart
SELECT count(DISTINCT lesson_id) = count(DISTINCT (course_id, lesson_id)) FROM lesson_progress;
