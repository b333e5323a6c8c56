INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo'),
  ('00000000-0000-4000-8000-000000000003', 'c@example.org', 'Cy'), ('00000000-0000-4000-8000-000000000004', 'd@example.org', 'Di'),
  ('00000000-0000-4000-8000-000000000005', 'e@example.org', 'Ed');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Two lessons', 2);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, score, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1',
       lesson, done, 1, score, CASE WHEN done THEN now() END
FROM (VALUES
  (1, 'one', true, 70), (1, 'two', true, 90), (1, 'three', false, 5),   -- a third one, opened and failed
  (2, 'one', true, 70), (2, 'two', true, 72), (2, 'three', false, 20),  -- which pulls the average below
  (3, 'one', true, 70), (3, 'two', true, 90), (3, 'three', true, 98),   -- and completed, before it was taken out
  (4, 'one', true, 70), (4, 'two', true, 90), (4, 'three', false, 98),  -- and opened, with a good score
  (5, 'one', true, 70), (5, 'two', true, 90), (5, 'three', false, NULL) -- and without one
) AS row (who, lesson, done, score);
