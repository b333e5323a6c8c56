INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'),
  ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo'),
  ('00000000-0000-4000-8000-000000000003', 'c@example.org', 'Cy'),
  ('00000000-0000-4000-8000-000000000004', 'd@example.org', 'Di'),
  ('00000000-0000-4000-8000-000000000005', 'e@example.org', 'Ed'),
  ('00000000-0000-4000-8000-000000000006', 'f@example.org', 'Fay');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', lesson,
       done IS NOT NULL, now() - begun, now() - seen, now() - done
FROM (VALUES
  (1, 'joins', INTERVAL '5 days', INTERVAL '1 day', NULL::INTERVAL),          -- Ada: begun lately, nothing done
  (1, 'grouping', INTERVAL '4 days', INTERVAL '1 day', NULL),
  (2, 'joins', INTERVAL '5 days', INTERVAL '1 day', NULL),                    -- Bo: begun one, done another
  (2, 'grouping', INTERVAL '80 days', INTERVAL '2 days', INTERVAL '2 days'),
  (3, 'joins', INTERVAL '90 days', INTERVAL '1 day', NULL),                   -- Cy: begun long ago, there lately
  (4, 'joins', INTERVAL '5 days', INTERVAL '1 day', NULL),                    -- Di: done only long ago
  (4, 'grouping', INTERVAL '90 days', INTERVAL '70 days', INTERVAL '70 days'),
  (5, 'joins', INTERVAL '90 days', INTERVAL '60 days', INTERVAL '60 days')    -- Ed: all long ago
) AS row (who, lesson, begun, seen, done);
-- Fay began one lately and completed another, says its time; the flag was forgotten
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at) VALUES
  ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-0000000000c1', 'joins', false, now() - INTERVAL '5 days', now(), NULL),
  ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-0000000000c1', 'keys', false, now() - INTERVAL '80 days', now(), now() - INTERVAL '4 days');
