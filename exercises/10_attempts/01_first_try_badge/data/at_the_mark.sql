INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5, 70),
  ('00000000-0000-4000-8000-0000000000c2', 'Strict', 5, 90),
  ('00000000-0000-4000-8000-0000000000c3', 'Mild', 5, 50),
  ('00000000-0000-4000-8000-0000000000c4', 'Open to all', 5, 0),
  ('00000000-0000-4000-8000-0000000000c5', 'Python', 5, 72),
  ('00000000-0000-4000-8000-0000000000c6', 'Python', 5, 60);  -- two courses may have one title
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, score, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, done, tries, score, CASE WHEN done THEN now() END
FROM (VALUES
  (1, 1, 'joins', true, 1, 70), (1, 1, 'grouping', true, 1, 69), (1, 1, 'indexes', true, 2, 100),
  (1, 1, 'introduction', true, 0, NULL), (1, 1, 'subqueries', false, 1, 100),
  (1, 2, 'joins', true, 1, 89), (1, 2, 'grouping', true, 1, 90), (1, 2, 'indexes', true, 3, 95),
  (2, 3, 'joins', true, 1, 50), (2, 3, 'grouping', false, 1, 60), (2, 3, 'indexes', true, 1, NULL),
  (2, 4, 'joins', true, 1, 0), (2, 4, 'grouping', true, 1, NULL),  -- 0 passes there, and no score does not
  (2, 5, 'joins', true, 1, 71), (2, 5, 'grouping', true, 1, 72), (2, 6, 'joins', true, 1, 60),
  (2, 1, 'joins', true, 0, 95), (2, 1, 'grouping', true, NULL, 95)  -- not counted as one
) AS row (who, course, lesson, done, tries, score);
