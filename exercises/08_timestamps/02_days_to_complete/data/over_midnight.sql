INSERT INTO users (id, email, name, time_zone) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada', 'Asia/Tokyo'),
  ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo', 'America/New_York'),
  ('00000000-0000-4000-8000-000000000003', 'c@example.org', 'Cy', 'UTC');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at, created_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', lesson,
       done IS NOT NULL, begun, coalesce(done, begun) + INTERVAL '2 days', done, begun - INTERVAL '40 days'  -- the row was made long before
FROM (VALUES
  (1, 'joins', TIMESTAMPTZ '2025-10-20 14:30+00', TIMESTAMPTZ '2025-10-20 15:30+00'),  -- over midnight in Tokyo
  (1, 'grouping', '2025-10-20 23:30+00', '2025-10-21 00:30+00'),                      -- over midnight in UTC only
  (1, 'indexes', '2025-10-20 23:30+00', NULL),
  (2, 'joins', '2025-10-21 03:30+00', '2025-10-21 04:30+00'),                         -- over midnight in New York
  (2, 'grouping', '2025-10-20 23:30+00', '2025-10-21 00:30+00'),
  (2, 'indexes', '2025-11-02 04:30+00', '2025-11-03 04:45+00'),                       -- the day that has 25 hours
  (2, 'views', '2026-03-08 15:00+00', '2026-03-09 15:00+00'),                         -- and the one that has 23
  (3, 'joins', '2025-10-20 23:30+00', '2025-10-21 00:30+00'),
  (3, 'grouping', '2025-10-20 08:00+00', '2025-10-23 07:00+00'),                      -- 2 days 23 hours, 3 dates on
  (3, 'indexes', '2024-12-30 08:00+00', '2025-01-02 07:00+00'),  -- over the end of a leap year
  (3, 'views', '2025-12-30 08:00+00', '2026-01-02 07:00+00'),    -- and of another
  (3, 'keys', '2023-01-30 08:00+00', '2024-03-01 07:00+00')      -- a year and a leap day
) AS row (who, lesson, begun, done);
-- completed, says the time; the flag was forgotten
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, completed_at) VALUES
  ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-0000000000c1', 'sets', false, '2025-10-20 08:00+00', '2025-10-22 09:00+00');
