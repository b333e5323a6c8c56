INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Three lessons', 3, 50), ('00000000-0000-4000-8000-0000000000c2', 'Three lessons', 3, 50);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, score, completed_at)
SELECT '00000000-0000-4000-8000-000000000001', id, lesson, true, 1, score, now()
FROM courses, (VALUES ('one', 0), ('two', 50), ('three', 100)) AS row (lesson, score);
