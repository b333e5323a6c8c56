-- a course of one score beside one of four, rows without a score, a course in which nobody has one
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 4) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 3) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score, completed, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, tries, points, done, CASE WHEN done THEN now() END
FROM (VALUES
  (1, 1, 'joins', 1, 100, true), (1, 2, 'joins', 2, 0, false), (2, 2, 'joins', 1, 41, false), (3, 2, 'joins', 1, 70, true),
  (4, 2, 'joins', 1, 70, true), (2, 1, 'keys', 0, NULL, false), (1, 3, 'joins', 0, NULL, false)
) AS row (who, course, lesson, tries, points, done);
