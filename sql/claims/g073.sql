--@ value rows_before: Mina's rows
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ do: Mina is deleted
DELETE FROM users WHERE id = :mina;
--@ value rows_after: her rows afterwards
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ value rows_of_others: the rows of the others
SELECT count(*) FROM lesson_progress WHERE user_id <> :mina;
