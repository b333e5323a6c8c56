INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, last_accessed_at, first_started_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n, n % 2 = 0,
       CASE WHEN n % 3 = 0 THEN TIMESTAMPTZ '2026-02-01 10:00+00' + n * INTERVAL '1 hour' END,
       TIMESTAMPTZ '2026-02-02 10:00:00.765432+00' + n * INTERVAL '1 hour', '2026-01-01 10:00+00'
FROM generate_series(1, 12) AS n;
