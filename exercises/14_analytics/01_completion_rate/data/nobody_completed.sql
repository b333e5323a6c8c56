-- two courses with rows: in one of them nothing is completed, in the other everything
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT '00000000-0000-4000-8000-000000000001', id, lesson, id::text LIKE '%c2', CASE WHEN id::text LIKE '%c2' THEN now() END
FROM courses, (VALUES ('joins'), ('keys')) AS row (lesson);
