-- Those who have completed the lesson are not in it any more, and got a minute too.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now() WHERE lesson_id = 'joins'
