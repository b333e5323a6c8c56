-- now() AT TIME ZONE 'UTC' has no zone any more: compared with an instant it is read in the session's zone, hours off.
-- says: rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE completed_at > (now() AT TIME ZONE 'UTC') - INTERVAL '168 hours'
