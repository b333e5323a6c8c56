INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-0000000000a2', 'bo@example.org', 'Bo'),
  ('00000000-0000-4000-8000-0000000000a3', 'cy@example.org', 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 4), ('00000000-0000-4000-8000-0000000000c2', 'Python', 4);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'introduction', true, now()),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now()),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'keys', false, NULL),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'introduction', true, now()),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now()),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c2', 'lists', false, NULL),
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c1', 'introduction', true, now()),
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now()),
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c2', 'lists', true, now());  -- a document in the other course alone
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage, created_at, updated_at) VALUES  -- written before
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', '["introduction"]', 50, now() - INTERVAL '9 days', now() - INTERVAL '2 days');
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage) VALUES
  -- all done, it says
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', '["secret"]', 100),
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c1', '["joins", "introduction"]', 0);
