-- current_date is the midnight with which today began. now() is the moment.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = coalesce(time_spent_seconds,0) + 60, last_accessed_at = current_date
WHERE lesson_id='joins' AND NOT completed
