--@ do: two learners, two courses
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ accepted: a certificate with 84 per cent
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84);

--@ accepted: 0 per cent, and 100
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 0), (:uuid_v, :uuid_c, 100);

--@ accepted: one learner, two courses
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84), (:uuid_u, :uuid_d, 84);

--@ accepted: one that was withdrawn for a reason
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, '2026-01-05 10:00+00', '2026-01-06 10:00+00', 'copied');

--@ refused 23505: a second one for the same course
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84), (:uuid_u, :uuid_c, 90);

--@ refused 23514: 101 per cent
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 101);

--@ refused 23514: less than 0 per cent
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, -1);

--@ refused 23502: no per cent
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, NULL);

--@ refused 23502: no time of issue
INSERT INTO certificate (user_id, course_id, percentage, issued_at) VALUES (:uuid_u, :uuid_c, 84, NULL);

--@ refused 23514: withdrawn without a reason
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at) VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day');

--@ refused 23514: a reason, and not withdrawn
INSERT INTO certificate (user_id, course_id, percentage, reason) VALUES (:uuid_u, :uuid_c, 84, 'copied');

--@ refused 23514: a reason of no letters
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day', '');

--@ refused 23514: withdrawn before it was issued
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, '2026-01-05 10:00+00', '2026-01-04 10:00+00', 'copied');

--@ refused 23503: for a person who is not there
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_x, :uuid_c, 84);

--@ refused 23503: for a course that is not there
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_x, 84);

--@ do: a certificate for each of the two
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84), (:uuid_v, :uuid_c, 90);

--@ true: it was issued now
SELECT bool_and(issued_at BETWEEN now() - INTERVAL '1 minute' AND now()) FROM certificate;

--@ refused 23001|23503: deleting a course that has certificates
DELETE FROM courses WHERE id = :uuid_c;

--@ do: a person leaves
DELETE FROM users WHERE id = :uuid_u;

--@ true: her certificate is gone, the other one stays
SELECT count(*) = 1 AND bool_and(user_id = :uuid_v) FROM certificate;

--@ true: times are kept with their zone
SELECT count(*) = 2 FROM pg_attribute
WHERE attrelid = 'public.certificate'::regclass AND attname IN ('issued_at', 'withdrawn_at') AND atttypid = 'timestamptz'::regtype;
