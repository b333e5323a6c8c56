-- a name twice in one document, and a lesson that only the document knows
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', '["joins", "joins", "indexes"]', 40);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now());
