-- There is no WHERE: every row of the table got a minute.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now()
