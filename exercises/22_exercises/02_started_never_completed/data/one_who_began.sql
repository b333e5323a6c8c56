INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Python', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at, last_accessed_at)
SELECT '00000000-0000-4000-8000-000000000001', id, 'joins', now() - INTERVAL '3 days', now() - INTERVAL '2 days' FROM courses;
