-- means that lose a little when they are rounded: all scores together have 33.25, the rounded means weighed with their numbers 33.225
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 3) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, 'joins', 1, points
FROM (VALUES (1, 1, 33), (2, 1, 33), (3, 1, 34), (1, 2, 33)) AS row (who, course, points);
