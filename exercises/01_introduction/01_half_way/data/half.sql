-- exactly half, one below and one above, nothing, everything; one by a clock that was ahead, one of long ago
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 7) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 100 FROM generate_series(1, 2) AS n;
INSERT INTO course_progress (user_id, course_id, progress_percentage)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', per_cent
FROM (VALUES (1, 49), (2, 50), (3, 51), (4, 0), (5, 1), (6, 100), (7, 9)) AS row (who, per_cent);
INSERT INTO course_progress (user_id, course_id, progress_percentage)
VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 75);
UPDATE course_progress SET last_accessed_at = now() + INTERVAL '1 day', updated_at = now() + INTERVAL '1 day'
WHERE progress_percentage = 51;
UPDATE course_progress SET last_accessed_at = '2021-01-01', created_at = '2020-01-01', updated_at = '2021-01-01'
WHERE progress_percentage = 75;
