INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 6) AS n;
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Strict', 5, 81), ('00000000-0000-4000-8000-0000000000c2', 'Exact', 5, 80),
  ('00000000-0000-4000-8000-0000000000c3', 'Mild', 5, 50);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, score, last_accessed_at, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, done, tries, score, CASE who WHEN 4 THEN now() + INTERVAL '2 hours' ELSE now() - INTERVAL '3 days' END,
       CASE WHEN done AND who = 4 THEN now() + INTERVAL '1 hour' WHEN done THEN now() - INTERVAL '3 days' END
FROM (VALUES
  (1, 1, 'joins', true, 1, 90), (2, 1, 'joins', false, 1, 40), (3, 1, 'joins', false, NULL, NULL),
  (1, 2, 'joins', true, 0, NULL), (2, 2, 'joins', false, 2, 79), (3, 2, 'joins', false, NULL, NULL),
  (1, 3, 'joins', true, NULL, NULL), (2, 3, 'joins', false, 2, 49), (3, 3, 'joins', true, 1, 100),
  (1, 1, 'grouping', false, 1, 40), (2, 2, 'grouping', true, NULL, NULL), (3, 3, 'grouping', false, 0, NULL),
  (4, 1, 'joins', false, 1, 50), (4, 2, 'joins', true, 1, 90),  -- from a device whose clock is fast
  -- a better score, and open all the same; tries that have no score; a score of tries that nobody counted;
  -- 80 in other lessons
  (5, 1, 'joins', false, 2, 90), (5, 2, 'joins', false, 3, NULL), (5, 3, 'joins', true, 3, NULL),
  (6, 1, 'joins', false, NULL, 95), (6, 2, 'joins', true, NULL, 40), (6, 3, 'joins', false, 4, 90),
  (6, 3, 'joint', false, 1, 80), (6, 3, 'Joins', false, 1, 80), (6, 3, 'joins-2', false, 1, 80)
) AS row (who, course, lesson, done, tries, score);
