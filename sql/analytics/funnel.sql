-- funnel: How many of those who began this course get to each lesson?
-- takes course uuid: the course
-- gives step bigint: the lesson's place, the middle of the places at which learners opened it
-- gives lesson_id text: the lesson
-- gives opened bigint [learners]: who opened it
-- gives completed bigint [learners]: who completed it
-- gives share_opened numeric [%]: of all who opened any lesson of the course
-- gives share_completed numeric [%]: of the same
-- gives lost bigint [learners]: how many fewer opened it than the lesson before; NULL for the first
-- order step
-- guide asked next
-- index idx_lesson_progress_course_id
-- reads course
WITH placed AS MATERIALIZED (
  SELECT user_id, lesson_id, completed,
         rank() OVER (PARTITION BY user_id ORDER BY first_started_at NULLS LAST) AS place
  FROM lesson_progress
  WHERE course_id = :course
), lessons AS (
  SELECT lesson_id, count(*) AS opened, count(*) FILTER (WHERE completed) AS completed,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY place) AS place
  FROM placed
  GROUP BY lesson_id
)
SELECT row_number() OVER path AS step, lesson_id, opened, completed,
       round(100.0 * opened / learners, 1) AS share_opened,
       round(100.0 * completed / learners, 1) AS share_completed,
       lag(opened) OVER path - opened AS lost
FROM lessons CROSS JOIN (SELECT count(DISTINCT user_id) AS learners FROM placed) AS began
WINDOW path AS (ORDER BY place, opened DESC, lesson_id)
ORDER BY step
