INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'),
  ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo'),
  ('00000000-0000-4000-8000-000000000003', 'c@example.org', 'Cy');
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Two lessons', 2, 70),
  ('00000000-0000-4000-8000-0000000000c2', 'Films', 2, 70),
  ('00000000-0000-4000-8000-0000000000c3', 'Strict', 1, 90),
  ('00000000-0000-4000-8000-0000000000c4', 'Hard', 1, 50);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, score, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, done, CASE WHEN score IS NULL THEN 0 ELSE 1 END, score, CASE WHEN done THEN now() END
FROM (VALUES
  (1, 1, 'one', true, 60), (1, 1, 'two', true, 80),             -- exactly the passing score
  (2, 1, 'one', true, 60), (2, 1, 'two', true, 79),             -- just below
  (3, 1, 'one', true, 100), (3, 1, 'two', false, 100),          -- one not completed
  (1, 2, 'one', true, NULL), (1, 2, 'two', true, NULL),         -- no score at all
  (2, 2, 'one', true, NULL), (2, 2, 'two', false, NULL),
  (3, 2, 'one', true, 70), (3, 2, 'two', true, NULL),           -- a lesson without a score beside one with
  (1, 3, 'one', true, 89), (2, 3, 'one', true, 90),
  (1, 4, 'one', true, 0),                                       -- a score of 0 is a score
  (3, 4, 'one', true, 100)                                      -- and an average of 100 has three digits
) AS row (who, course, lesson, done, score);
