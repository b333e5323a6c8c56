--@ do: the row that the test of the duplicate left
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'the-test-lesson');
--@ sqlstate after_the_test_before: this test puts in the same key
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'the-test-lesson');
--@ accepted: with a key of its own
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'a-lesson-of-its-own');
