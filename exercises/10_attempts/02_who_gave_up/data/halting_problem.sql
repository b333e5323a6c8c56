INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 7) AS n;
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Algorithms', 5), ('00000000-0000-4000-8000-0000000000c2', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, done, tries, CASE WHEN done THEN now() END
FROM (VALUES
  (1, 1, 'halting', true, 2), (2, 1, 'halting', false, 9), (3, 1, 'halting', false, 8), (4, 1, 'halting', false, 9),
  (5, 1, 'halting', false, 7), (6, 1, 'halting', false, 9), (7, 1, 'halting', false, 9),
  (1, 1, 'warm-up', true, 3), (2, 1, 'warm-up', true, 3), (3, 1, 'warm-up', true, 3),           -- three, at the edge
  (1, 1, 'two', true, 1), (2, 1, 'two', true, 2),                                               -- two only
  (1, 2, 'nobody', false, 4), (2, 2, 'nobody', false, 5), (3, 2, 'nobody', false, 5),           -- nobody completed
  (1, 2, 'warm-up', true, 1), (2, 2, 'warm-up', false, 2), (3, 2, 'warm-up', true, 6), (4, 2, 'warm-up', true, 1),
  (1, 2, 'unknown', true, NULL), (2, 2, 'unknown', false, NULL), (3, 2, 'unknown', true, 4),    -- not known
  (1, 2, 'untold', true, NULL), (2, 2, 'untold', false, NULL), (3, 2, 'untold', true, NULL),  -- nobody's known
  (1, 2, 'given-up', true, NULL), (2, 2, 'given-up', false, 3), (3, 2, 'given-up', false, 4)  -- of those left
) AS row (who, course, lesson, done, tries);
