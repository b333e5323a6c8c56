-- a name twice in one document, side by side and apart, a lesson that only the document knows,
-- two names that are one in lower case, and two courses
-- of one title with one lesson and as many learners; more names in a document than its course has lessons
INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-0000000000a2', 'bo@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 2), ('00000000-0000-4000-8000-0000000000c2', 'Databases', 5);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', '["joins", "joins", "indexes"]', 40),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1', '["joins", "Joins", " indexes"]', 60),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c2',
   '["indexes", "keys", "indexes"]', 60),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', '["views"]', 0);  -- one of very many
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'joins', true, now());
