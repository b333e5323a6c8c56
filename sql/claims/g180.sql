--@ accepted: the first run of the test, with ids that exist
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'the-test-lesson');
--@ do: its row stays
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'the-test-lesson');
--@ sqlstate second_run: the second run begins with the same INSERT
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'the-test-lesson');
