INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-0000000000b1', 'dee@example.org', 'Dee'), ('00000000-0000-4000-8000-0000000000b2', 'eli@example.org', 'Eli');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000d1', 'Algebra', 5), ('00000000-0000-4000-8000-0000000000d2', 'Algebra', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000d1', 'sets', true, now()),
  ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000d2', 'rings', false, NULL),
  ('00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000d1', 'rings', true, now()),
  ('00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000d2', 'sets', true, now());
