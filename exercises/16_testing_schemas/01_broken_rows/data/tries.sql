INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed, completed_at, first_started_at, score, attempts)
SELECT ('00000000-0000-4000-8000-0000000002' || id)::uuid, '00000000-0000-4000-8000-000000000001',
       '00000000-0000-4000-8000-0000000000c1', 'lesson-' || id, completed, done::timestamptz, started::timestamptz, score, attempts
FROM (VALUES
  ('10', true, '2026-02-02', '2026-02-01', 80, 1),  -- nothing wrong
  ('15', false, NULL, '2026-02-01', 0, 0),  -- a score of 0 without a try
  ('16', false, NULL, '2026-02-01', 90, NULL),  -- a score, and attempts unknown
  ('19', false, NULL, '2026-02-01', NULL, NULL)  -- attempts unknown, no score
) AS row (id, completed, done, started, score, attempts);
