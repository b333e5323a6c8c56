--@ do: two learners, two courses, one row
INSERT INTO users (id, email, name) VALUES (:uuid_a, 'ada@example.org', 'Ada'), (:uuid_b, 'bo@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_s, 'SQL', 5), (:uuid_t, 'Art', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_a, :uuid_s, 'joins');

--@ sqlstate a: another learner
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_b, :uuid_s, 'joins');

--@ sqlstate b: another course
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_a, :uuid_t, 'joins');

--@ sqlstate c: the same three, other values
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts, first_started_at)
VALUES (:uuid_a, :uuid_s, 'joins', 90, 1, now() - INTERVAL '1 day');

--@ sqlstate d: a capital
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_a, :uuid_s, 'Joins');

--@ sqlstate e: no course
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_a, NULL, 'views');

--@ sqlstate f: a course that is not there
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_a, :uuid_x, 'views');

--@ sqlstate g: another Ada
INSERT INTO users (email, name) VALUES ('other-ada@example.org', 'Ada');

--@ sqlstate h: an address that is taken
INSERT INTO users (email, name) VALUES ('bo@example.org', 'Cy');
