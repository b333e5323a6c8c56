--@ value rows_before: a learner's rows in both tables
SELECT (SELECT count(*) FROM lesson_progress WHERE user_id = :jack)
     + (SELECT count(*) FROM course_progress WHERE user_id = :jack);
--@ do: the learner goes
DELETE FROM users WHERE id = :jack;
--@ value rows_after: the same rows afterwards
SELECT (SELECT count(*) FROM lesson_progress WHERE user_id = :jack)
     + (SELECT count(*) FROM course_progress WHERE user_id = :jack);
--@ value rows_of_others: others keep theirs
SELECT count(*) FROM lesson_progress;
