INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed, completed_at, first_started_at, score, attempts)
SELECT ('00000000-0000-4000-8000-0000000002' || id)::uuid, '00000000-0000-4000-8000-000000000001',
       '00000000-0000-4000-8000-0000000000c1', 'lesson-' || id, completed, done::timestamptz, started::timestamptz, score, attempts
FROM (VALUES
  ('13', true, '2026-01-02', '2026-02-01', NULL, 0),  -- before it was started
  ('14', true, '2026-02-01', '2026-02-01', 0, 2),  -- at the same moment
  ('15', false, NULL, '2026-02-01', 0, 0),  -- a score of 0 without a try
  ('20', true, '2026-02-01 10:00:00.2', '2026-02-01 10:00:00.7', NULL, 0),  -- half a second before it was started
  ('17', false, '2026-01-02', '2026-02-01', 70, 0)  -- all three
) AS row (id, completed, done, started, score, attempts);
