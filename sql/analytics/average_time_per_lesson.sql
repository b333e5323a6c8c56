-- average_time_per_lesson: How long do the lessons of this course take those who complete them?
-- takes course uuid: the course
-- gives lesson_id text: the lesson
-- gives completed bigint [learners]: who completed it
-- gives timed bigint [learners]: those of them of whom more than 0 seconds were recorded; the figures are theirs
-- gives avg_seconds numeric [seconds]: mean time spent
-- gives avg_minutes numeric [minutes]: the same in minutes
-- gives median_minutes numeric [minutes]: half of them took longer
-- order avg_seconds before rounding, descending, NULL last, lesson_id
-- guide 9
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id,
       count(*) AS completed,
       count(seconds) AS timed,
       round(avg(seconds), 1) AS avg_seconds,
       round(avg(seconds) / 60, 1) AS avg_minutes,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds)::NUMERIC / 60, 1) AS median_minutes
FROM (
  SELECT lesson_id, nullif(time_spent_seconds, 0) AS seconds
  FROM lesson_progress
  WHERE course_id = :course AND completed
) AS done
GROUP BY lesson_id
ORDER BY avg(seconds) DESC NULLS LAST, lesson_id
