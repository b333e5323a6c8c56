--@ do: a lesson of 3665 seconds
UPDATE lesson_progress SET time_spent_seconds = 3665 WHERE user_id = :mina AND lesson_id = 'react-hooks';
--@ value divided_by_60: by an integer
SELECT time_spent_seconds / 60 FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'react-hooks';
--@ value divided_with_decimals: by a number with decimals
SELECT round(time_spent_seconds / 60.0, 2) FROM lesson_progress
WHERE user_id = :mina AND lesson_id = 'react-hooks';
--@ sqlstate too_many_seconds: one more than an INTEGER holds
UPDATE lesson_progress SET time_spent_seconds = 2147483648 WHERE user_id = :mina;
