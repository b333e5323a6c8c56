--@ sqlstate negative_time: the test's INSERT, with ids that exist
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:mina, :databases, 'the-test-lesson', -100);
--@ sqlstate another_check: where that rule is gone and another one refuses the row
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_time_spent_seconds_check;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts)
VALUES (:mina, :databases, 'the-test-lesson', -100, -1);
