-- weekly_cohort_retention: Of those who began this course in one week, how many are still there in the weeks after?
-- takes course uuid: the course
-- takes weeks integer = 8: how many weeks after the first
-- takes zone text = UTC: the time zone in which weeks begin, on Mondays
-- gives cohort date: the Monday of the week in which they began
-- gives week integer: weeks since then, 0 for the first; a week that is not over is left out
-- gives learners bigint [learners]: who began in that week
-- gives active bigint [learners]: those of them who opened, completed or last saw a lesson in this one
-- gives share numeric [%]: active of learners
-- order cohort, week
-- guide asked next
-- index idx_lesson_progress_course_id
-- reads course
WITH visits AS MATERIALIZED (
  SELECT DISTINCT p.user_id, date_trunc('week', v.at AT TIME ZONE :zone)::DATE AS monday
  FROM lesson_progress AS p
  CROSS JOIN LATERAL (VALUES (p.first_started_at), (p.completed_at), (p.last_accessed_at)) AS v (at)
  WHERE p.course_id = :course AND v.at IS NOT NULL
), began AS (
  SELECT user_id, min(monday) AS cohort FROM visits GROUP BY user_id
), cohorts AS (
  SELECT cohort, count(*) AS learners FROM began GROUP BY cohort
), seen AS (
  SELECT cohort, (monday - cohort) / 7 AS week, count(*) AS active
  FROM visits JOIN began USING (user_id)
  GROUP BY 1, 2
)
SELECT cohort, week, learners, coalesce(active, 0) AS active,
       round(100.0 * coalesce(active, 0) / learners, 1) AS share
FROM cohorts CROSS JOIN generate_series(0, :weeks) AS week
LEFT JOIN seen USING (cohort, week)
WHERE cohort + 7 * (week + 1) <= (now() AT TIME ZONE :zone)::DATE
ORDER BY cohort, week
