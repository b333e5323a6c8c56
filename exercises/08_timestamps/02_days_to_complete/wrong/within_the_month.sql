-- age gives years, months and days, and its field day is what is over a full month. A date minus a date is a number of days.
-- says: missing rows
-- says: extra rows
SELECT p.user_id, course_id, lesson_id, extract(day FROM age((completed_at AT TIME ZONE u.time_zone)::date, (first_started_at AT TIME ZONE u.time_zone)::date))::int
FROM lesson_progress p JOIN users u ON u.id=p.user_id
WHERE completed_at IS NOT NULL
