--@ sqlstate as_printed: with three dots where the condition belongs
UPDATE lesson_progress SET completed = true WHERE ...;
--@ do: with a condition
UPDATE lesson_progress SET completed = true WHERE user_id = :mina AND course_id = :databases AND NOT completed;
--@ value completed_without_a_time: lessons that are done, and nobody knows when
SELECT count(*) FROM lesson_progress
WHERE user_id = :mina AND course_id = :databases AND completed AND completed_at IS NULL;
--@ value found_by_a_report: lessons that were done in the last minute, by their time
SELECT count(*) FROM lesson_progress
WHERE user_id = :mina AND course_id = :databases AND completed_at > now() - INTERVAL '1 minute';
