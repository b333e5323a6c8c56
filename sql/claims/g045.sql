--@ sqlstate negative_time: in the course's table
UPDATE lesson_progress SET time_spent_seconds = -100 WHERE user_id = :mina;
--@ sqlstate negative_time_by_the_owner: the owner drops the rule, writes, and adds it again
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_time_spent_seconds_check;
UPDATE lesson_progress SET time_spent_seconds = -100 WHERE user_id = :mina;
ALTER TABLE lesson_progress ADD CHECK (time_spent_seconds >= 0) NOT VALID;
--@ sqlstate the_rule_added_with_a_look: the same, and the rows are looked at
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_time_spent_seconds_check;
UPDATE lesson_progress SET time_spent_seconds = -100 WHERE user_id = :mina;
ALTER TABLE lesson_progress ADD CHECK (time_spent_seconds >= 0);
