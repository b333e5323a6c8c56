--@ value rows_before: her rows
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ value rows_after: her rows, once she is deleted
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ true: those of others stay
DELETE FROM users WHERE id = :mina;
SELECT count(*) > 0 FROM lesson_progress;
