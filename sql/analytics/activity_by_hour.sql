-- activity_by_hour: On which days and at which hours do learners begin the lessons of this course?
-- takes course uuid: the course
-- takes zone text = NULL: one time zone for all; NULL for the zone that each learner lives in
-- gives weekday integer: 1 for Monday to 7 for Sunday
-- gives hour integer: the hour of the day, 0 to 23
-- gives begun bigint [lessons]: lessons begun then, 0 too
-- order weekday, hour
-- guide asked next
-- index idx_lesson_progress_course_id
-- reads course
SELECT weekday, hour, coalesce(begun, 0) AS begun
FROM generate_series(1, 7) AS weekday CROSS JOIN generate_series(0, 23) AS hour
LEFT JOIN (
  SELECT extract(ISODOW FROM wall)::INTEGER AS weekday, extract(HOUR FROM wall)::INTEGER AS hour, count(*) AS begun
  FROM (
    SELECT p.first_started_at AT TIME ZONE coalesce(:zone, u.time_zone) AS wall
    FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id
    WHERE p.course_id = :course
  ) AS clocks
  GROUP BY 1, 2
) AS counted USING (weekday, hour)
ORDER BY weekday, hour
