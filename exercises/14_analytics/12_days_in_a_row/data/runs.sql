-- two runs with the longer first and last, several on a day, two courses, over the end of a month and of a year, two days a week apart, one day alone, the edges of a day
-- and, at the end, a run of 120 days
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 9) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 20 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, 'lesson-' || n,
       hours <> -1, CASE WHEN hours <> -1 THEN start + hours * INTERVAL '1 hour' END, start - n * INTERVAL '3 days' - INTERVAL '1 year'
FROM (VALUES
  (1, 1, 1, 9.0), (1, 1, 2, 10.0), (1, 1, 3, 33.0), (1, 1, 4, 57.0), (1, 1, 5, 105.0), (1, 1, 6, 129.0),
  (2, 1, 1, 9.0), (2, 1, 2, 100.0), (2, 1, 3, 124.0), (2, 2, 4, 148.0), (2, 2, 5, 172.0),
  (3, 1, 1, 9.0), (3, 1, 2, 9.0), (3, 1, 3, 9.0), (4, 1, 1, 9.0), (4, 1, 2, 177.0), (5, 1, 1, 23.99992), (5, 1, 2, 24.0), (5, 1, 3, 71.9),
  (6, 1, 1, 0.0), (6, 1, 2, 47.9), (6, 2, 3, 48.0), (7, 1, 1, -1.0), (8, 1, 1, 9.0), (8, 2, 1, 10.0), (8, 1, 2, 33.0), (8, 2, 2, 60.0),
  (9, 1, 1, -1390.0), (9, 1, 2, -1366.0), (9, 1, 3, -1342.0)
) AS row (who, course, n, hours), (VALUES (TIMESTAMPTZ '2026-02-27 00:00+00')) AS day (start);
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c3', 'Python', 120);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT '00000000-0000-4000-8000-000000000007', '00000000-0000-4000-8000-0000000000c3', 'lesson-' || n, true,
       TIMESTAMPTZ '2025-11-20 18:30+00' + n * INTERVAL '1 day', TIMESTAMPTZ '2025-11-20 18:30+00'
FROM generate_series(1, 120) AS n;
