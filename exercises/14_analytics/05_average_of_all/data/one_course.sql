-- all scores are of one course: it has a row, and all together have one with the same figures
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada'
FROM generate_series(1, 2) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid,
       ('00000000-0000-4000-8000-0000000000c' || course)::uuid, 'joins', tries, points
FROM (VALUES (1, 1, 1, 40), (2, 1, 2, 75), (1, 2, 0, NULL)) AS row (who, course, tries, points);
