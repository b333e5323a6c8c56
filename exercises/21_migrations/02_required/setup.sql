INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 20);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n,
       CASE WHEN n % 3 > 0 THEN n % 4 END, CASE WHEN n % 2 = 0 AND NOT (n % 3 > 0 AND n % 4 = 0) THEN n * 5 END
FROM generate_series(1, 18) AS n;

INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'nothing-right', NULL, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'no-quiz', NULL, NULL),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'many', 7, 0);
