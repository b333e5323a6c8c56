-- completion_rate: How much of this course is completed, of what was started and of all there is?
-- takes course uuid: the course
-- gives started bigint [rows]: lessons that somebody opened, each learner's apart
-- gives completed bigint [rows]: those of them that are completed
-- gives rate numeric [%]: completed of started; NULL where nobody began
-- gives learners bigint [learners]: who opened a lesson
-- gives lessons integer [lessons]: lessons of the course, opened or not; NULL for an unknown course
-- gives rate_of_course numeric [%]: completed of learners times lessons; never more than rate
-- order one row
-- guide 14.2
-- index idx_lesson_progress_course_id
-- reads course
SELECT started, completed, round(100.0 * completed / nullif(started, 0), 1) AS rate,
       learners, lesson_count AS lessons,
       round(100.0 * completed / nullif(learners * lesson_count, 0), 1) AS rate_of_course
FROM (
  SELECT count(*) AS started, count(*) FILTER (WHERE completed) AS completed,
         count(DISTINCT user_id) AS learners
  FROM lesson_progress
  WHERE course_id = :course
) AS counted
LEFT JOIN courses ON courses.id = :course
