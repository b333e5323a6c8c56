--@ sqlstate as_printed: its first line
user_id | course_id | lesson_id | completed | time_spent | attempts | score;
--@ sqlstate column_time_spent: the column as it is called there
SELECT time_spent FROM lesson_progress;
