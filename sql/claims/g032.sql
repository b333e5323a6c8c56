--@ value rows_before: a learner's rows of lesson_progress
SELECT count(*) FROM lesson_progress WHERE user_id = :jack;
--@ value rows_in_course_progress: and of course_progress
SELECT count(*) FROM course_progress WHERE user_id = :jack;
--@ do: the account is closed
DELETE FROM users WHERE id = :jack;
--@ value rows_after: what is left in both
SELECT (SELECT count(*) FROM lesson_progress WHERE user_id = :jack)
     + (SELECT count(*) FROM course_progress WHERE user_id = :jack);
