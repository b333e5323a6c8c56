INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 3) AS n;
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Strict', 5, 90), ('00000000-0000-4000-8000-0000000000c2', 'Mild', 5, 50),
  ('00000000-0000-4000-8000-0000000000c3', 'Open to all', 5, 0);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, CASE WHEN score IS NULL OR lesson = 'old' THEN 0 ELSE 1 END, score
FROM (VALUES
  (1, 1, 'joins', 90), (2, 1, 'joins', 89), (3, 1, 'joins', 95),
  (1, 2, 'joins', 50), (2, 2, 'joins', 49), (3, 2, 'joins', NULL),
  (1, 2, 'film', NULL), (2, 2, 'film', NULL),
  (1, 2, 'old', 80), (2, 2, 'old', 40),  -- a score, and no try was counted
  (1, 3, 'joins', 0), (2, 3, 'joins', 40),  -- with a mark of 0 everybody passes
  (1, 1, 'hard', 0), (2, 1, 'hard', 10)
) AS row (who, course, lesson, score);
