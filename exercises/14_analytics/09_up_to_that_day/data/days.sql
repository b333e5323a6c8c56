-- two courses with the same days, several on a day by one learner and by two, gaps, the edges of a day in UTC, the years before, some not completed
-- and one by a clock that is far ahead
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 3) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 9 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson,
       hours IS NOT NULL, start + hours * INTERVAL '1 hour', start - INTERVAL '2 years'
FROM (VALUES
  (1, 1, 'a', 9.0), (1, 1, 'b', 10.0), (2, 1, 'a', 23.98), (2, 1, 'b', 24.0), (1, 1, 'c', 26.0), (3, 1, 'a', 100.0), (3, 1, 'b', 100.0), (3, 1, 'c', NULL), (1, 1, 'd', -2000.0), (1, 1, 'e', -9700.0), (3, 1, 'd', 23.99992),
  (1, 2, 'a', 9.0), (1, 2, 'b', 50.0), (2, 2, 'a', 101.0), (2, 2, 'b', NULL), (3, 2, 'a', 200.0),
  (3, 2, 'b', 561000.0)
) AS row (who, course, lesson, hours), (VALUES (TIMESTAMPTZ '2026-03-02 00:00+00')) AS day (start);
