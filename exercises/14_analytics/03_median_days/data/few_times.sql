-- an even number, an even one of which each rounds up, an odd one, more than a month, ten years, times that are NULL, nothing completed, nothing at all
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 8) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, completed_at)
SELECT '00000000-0000-4000-8000-000000000001', ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, took IS NOT NULL,
       CASE WHEN lesson <> 'unknown' THEN '2026-01-05 10:00+00'::timestamptz - coalesce(took, '0') END,
       CASE WHEN took IS NOT NULL THEN '2026-01-05 10:00+00'::timestamptz END
FROM (VALUES
  (1, 'one', INTERVAL '36 hours'), (1, 'two', INTERVAL '60 hours'),
  (2, 'one', INTERVAL '2 hours'), (2, 'two', INTERVAL '4 hours'), (2, 'three', INTERVAL '900 hours'), (2, 'four', NULL),
  (3, 'one', INTERVAL '1000 hours'), (3, 'unknown', INTERVAL '5 hours'),
  (4, 'one', NULL), (4, 'two', NULL),
  (5, 'unknown', INTERVAL '5 hours'),
  (7, 'one', INTERVAL '87660 hours'),
  (8, 'one', INTERVAL '86054.4 seconds'), (8, 'two', INTERVAL '86918.4 seconds')
) AS row (course, lesson, took);
