-- A condition was added that nobody asked for: a lesson may be completed without a score.
-- says: missing rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE completed AND completed_at > now() - INTERVAL '7 days' AND score IS NOT NULL
