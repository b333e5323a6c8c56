INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-0000000000a2', 'bo@example.org', 'Bo'),
  ('00000000-0000-4000-8000-0000000000a3', 'cy@example.org', 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 3), ('00000000-0000-4000-8000-0000000000c2', 'Python', 1);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now()),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'introduction', true, now()),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'keys', false, NULL),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'introduction', true, now()),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'bonus', true, now()),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1', 'joins', false, NULL);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage, last_accessed_at) VALUES  -- a lesson was opened since
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', '["introduction"]', 33, now() - INTERVAL '3 days');
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', '["introduction", "bonus"]', 100),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1', '["joins"]', 33),
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c1', '["secret"]', 99);
