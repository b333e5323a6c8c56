-- difficult_lessons: Which lessons of this course take the most tries?
-- takes course uuid: the course
-- takes least integer = 10: list a lesson only when at least so many learners tried its quiz
-- takes top integer = 10: how many lessons; NULL for all
-- gives lesson_id text: the lesson
-- gives tried bigint [learners]: who tried its quiz
-- gives completed bigint [learners]: those of them who completed it
-- gives avg_tries numeric [tries]: mean over all who tried
-- gives avg_tries_completed numeric [tries]: mean over those who completed it: the survivors
-- gives avg_minutes numeric [minutes]: mean time of all who tried
-- order avg_tries descending, lesson_id
-- guide 14.3, 10
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id,
       count(*) AS tried,
       count(*) FILTER (WHERE completed) AS completed,
       round(avg(attempts), 2) AS avg_tries,
       round(avg(attempts) FILTER (WHERE completed), 2) AS avg_tries_completed,
       round(avg(time_spent_seconds) / 60, 1) AS avg_minutes
FROM lesson_progress
WHERE course_id = :course AND attempts > 0
GROUP BY lesson_id
HAVING count(*) >= :least
ORDER BY avg(attempts) DESC, lesson_id
LIMIT :top
