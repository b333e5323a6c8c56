--@ do: three learners in a course: done, on the way, and not begun
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo'), (:uuid_w, :text_o, 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);
INSERT INTO course_progress (user_id, course_id, progress_percentage) VALUES (:uuid_u, :uuid_c, 100), (:uuid_v, :uuid_c, 99);

--@ refused 23514: a certificate at 99 per cent of the way
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_v, :uuid_c, 90);

--@ refused 23514: a certificate for who has not begun
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_w, :uuid_c, 90);

--@ refused 23514: another course than the one that was completed
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_d, 90);

--@ refused 23514: a good one and a bad one in one statement
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 90), (:uuid_v, :uuid_c, 90);

--@ do: a certificate for who has completed the course
INSERT INTO certificate (user_id, course_id, percentage, issued_at) VALUES (:uuid_u, :uuid_c, 90, '2026-01-05 10:00+00');

--@ true: it is there as it was written
SELECT count(*) = 1 AND bool_and(percentage = 90 AND issued_at = '2026-01-05 10:00+00') FROM certificate;

--@ do: a correction that also brings another time
UPDATE certificate SET percentage = 84, issued_at = '2026-03-01 10:00+00';

--@ true: the percentage is corrected
SELECT percentage = 84 FROM certificate;

--@ true: the time of issue has not changed
SELECT issued_at = '2026-01-05 10:00+00' FROM certificate;
