-- The edge lies 168 hours back from now. From the beginning of the minute it lies further back,
-- and lets in what is too old.
-- says: extra rows
-- has: date_trunc('minute'
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE completed_at > date_trunc('minute', now()) - INTERVAL '7 days'
