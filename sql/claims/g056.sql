--@ sqlstate change_first_started_at: a lesson that began in 2001
UPDATE lesson_progress SET first_started_at = '2001-01-01' WHERE user_id = :mina;
--@ sqlstate change_created_at: a row that was made in 2001
UPDATE lesson_progress SET created_at = '2001-01-01' WHERE user_id = :mina;
