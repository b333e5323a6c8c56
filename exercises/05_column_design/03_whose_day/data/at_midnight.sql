-- completed as the clock on the wall showed midnight, and a moment before: the new day begins with its first moment
INSERT INTO users (id, email, name, time_zone) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada', 'Asia/Tokyo'),
  ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo', 'America/New_York'),
  ('00000000-0000-4000-8000-000000000003', 'c@example.org', 'Cy', 'UTC');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', lesson, true, done, done - INTERVAL '1 hour'
FROM (VALUES
  (1, 'joins', TIMESTAMPTZ '2025-10-20 15:00+00'), (1, 'keys', '2025-10-20 14:59:59.999999+00'),
  (2, 'joins', '2025-10-21 04:00+00'), (2, 'keys', '2025-10-21 03:59:59.999999+00'),
  (3, 'joins', '2025-10-21 00:00+00')
) AS row (who, lesson, done);
