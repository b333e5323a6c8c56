--@ sqlstate completed_without_a_time: completed, but when
UPDATE lesson_progress SET completed = true, completed_at = NULL WHERE user_id = :mina;
--@ sqlstate time_without_completed: a time, and not completed
UPDATE lesson_progress SET completed = false, completed_at = now() WHERE user_id = :mina;
