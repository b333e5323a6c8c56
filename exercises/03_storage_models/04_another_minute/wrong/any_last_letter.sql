-- In a pattern _ stands for any letter: 'join_' finds joint as well, which is another lesson. Compare with =.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now()
WHERE lesson_id LIKE 'join_' AND NOT completed
