INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Films', 5), ('00000000-0000-4000-8000-0000000000c2', 'Databases', 5),
  ('00000000-0000-4000-8000-0000000000c3', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, tries, score
FROM (VALUES
  (1, 1, 'one', 0, NULL), (1, 1, 'two', 1, NULL), (2, 1, 'one', NULL, NULL),       -- no score in this course
  (1, 2, 'one', 1, 0), (1, 2, 'two', 3, 90), (1, 2, 'three', 2, NULL),             -- a 0, and two scores of one person
  (2, 2, 'one', 1, NULL)                                                           -- there, and without a score
) AS row (who, course, lesson, tries, score);
