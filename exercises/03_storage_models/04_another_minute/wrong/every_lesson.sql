-- Every open lesson got a minute. The condition must name the lesson.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now() WHERE NOT completed
