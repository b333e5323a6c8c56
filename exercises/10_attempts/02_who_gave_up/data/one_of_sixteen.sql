-- one of sixteen is lost, 6.25 in a hundred: rounding what is left, and not what is lost, gives another number
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-0000000000' || to_char(n, 'FM00'))::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 16) AS n;
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Algorithms', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, completed_at)
SELECT id, '00000000-0000-4000-8000-0000000000c1', 'halting', email <> '7@example.org', 1, CASE WHEN email <> '7@example.org' THEN now() END
FROM users;
