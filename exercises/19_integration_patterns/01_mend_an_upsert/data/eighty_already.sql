-- who has 80 already, after one attempt and after many, and who has another score or none
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 6) AS n;
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Algorithms', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score, last_accessed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', 'joins', tries, points, '2026-02-01 10:00+00'
FROM (VALUES (1, 1, 80), (2, 7, 80), (3, 3, 79), (4, 0, NULL), (5, 2, 90)) AS row (who, tries, points);
