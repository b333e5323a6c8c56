-- To have no score is not the same as to be open: a lesson is completed without a quiz as well.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now() WHERE lesson_id = 'joins' AND score IS NULL
