-- Two midnights lie 23 hours apart where the clock is put forward, and those are no full day. Take the dates, and then the difference.
-- says: missing rows
-- says: extra rows
SELECT p.user_id, p.course_id, p.lesson_id,
       extract(day FROM date_trunc('day', p.completed_at, u.time_zone) - date_trunc('day', p.first_started_at, u.time_zone))::int AS days
FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id WHERE p.completed_at IS NOT NULL
