INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 4), ('00000000-0000-4000-8000-0000000000c2', 'Python', 4);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage, last_accessed_at) VALUES
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1', '["joins", "grouping", "indexes"]', 75, now() - INTERVAL '2 days'),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c1', '[]', 0, now() - INTERVAL '3 days'),
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', '["joins", "views", "keys"]', 75, now() - INTERVAL '4 days');  -- joins of another course, too
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage, last_accessed_at) VALUES  -- a clock ahead
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', '["views"]', 0, now() + INTERVAL '1 hour');
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at, last_accessed_at, time_spent_seconds, created_at, updated_at) VALUES
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now() - INTERVAL '9 days', now() - INTERVAL '10 days', now() - INTERVAL '9 days', 50, now() - INTERVAL '10 days', now() - INTERVAL '9 days'),
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1', 'grouping', false, NULL, now() - INTERVAL '8 days', now() - INTERVAL '5 days', 60, now() - INTERVAL '8 days', now() - INTERVAL '5 days'),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c1', 'joins', false, NULL, now() - INTERVAL '8 days', now() - INTERVAL '5 days', 70, now() - INTERVAL '8 days', now() - INTERVAL '5 days'),
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'views', true, now() - INTERVAL '1 day', now() - INTERVAL '8 days', now() - INTERVAL '1 day', 80, now() - INTERVAL '8 days', now() - INTERVAL '1 day'),  -- completed after the document was
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys', false, NULL, now() - INTERVAL '8 days', now() - INTERVAL '1 day', 90, now() - INTERVAL '8 days', now() - INTERVAL '1 day');  -- and visited after it
