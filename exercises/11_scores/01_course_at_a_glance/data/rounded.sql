INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 20 FROM generate_series(1, 3) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT '00000000-0000-4000-8000-000000000001', ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       'lesson-' || n, 1, 72 + (n <= more)::int
FROM (VALUES (1, 4, 1), (2, 4, 3), (3, 11, 6)) AS lot (course, lessons, more),  -- 72.25, 72.75, 72.5454…
     generate_series(1, lessons) AS n;
