--@ rows: the rows after the repair
SELECT lesson_id, completed, completed_at, last_accessed_at, first_started_at FROM lesson_progress WHERE lesson_id LIKE 'lesson-%';

--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Art', 5);

--@ accepted: completed, with a time; and opened, without
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
VALUES (:uuid_u, :uuid_c, 'a', true, now()), (:uuid_u, :uuid_c, 'b', false, NULL);

--@ refused 23514: completed without a time
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed) VALUES (:uuid_u, :uuid_c, 'a', true);

--@ refused 23514: a time without completed
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed_at) VALUES (:uuid_u, :uuid_c, 'a', now());
