-- marks other than 70, scores between them, equal titles with equal marks, a course of films
INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Easy', 2, 50), ('00000000-0000-4000-8000-0000000000c2', 'Strict', 2, 90),
  ('00000000-0000-4000-8000-0000000000c3', 'Films', 2, 70), ('00000000-0000-4000-8000-0000000000c4', 'Films', 2, 70),
  ('00000000-0000-4000-8000-0000000000c5', 'Empty', 2, 70);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       'one', CASE WHEN score IS NULL THEN 0 ELSE 1 END, score
FROM (VALUES (1, 1, 50), (2, 1, 49), (1, 2, 89), (2, 2, 90), (1, 3, NULL), (2, 3, NULL), (1, 4, 70)) AS row (who, course, score);
