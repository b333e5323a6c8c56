--@ sqlstate look_up: the guide's query, with a uuid where it prints a label
SELECT * FROM lesson_progress WHERE user_id = :mina;
--@ value rows_of_a_learner: its rows
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
