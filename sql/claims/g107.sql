--@ do: thirty seconds more, in the guide's words
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30 WHERE user_id = :mina;
--@ value last_accessed_at_moved: whether the last visit is now
SELECT bool_or(last_accessed_at = now()) FROM lesson_progress WHERE user_id = :mina;
--@ value updated_at_moved: whether the last change is now
SELECT bool_and(updated_at = now()) FROM lesson_progress WHERE user_id = :mina;
--@ do: a statement that sets it
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30, last_accessed_at = now()
WHERE user_id = :mina;
--@ value moved_if_set: whether it is now
SELECT bool_and(last_accessed_at = now()) FROM lesson_progress WHERE user_id = :mina;
