-- a course of one lesson, one with a lesson more than it has, one that was opened only, and a long one
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 3) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', lessons
FROM (VALUES (1, 1), (2, 2), (3, 4), (4, 3), (5, 1050)) AS row (n, lessons);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid,
       lesson, done, CASE WHEN done THEN '2026-01-05 10:00+00'::timestamptz END
FROM (VALUES
  (1, 1, 'one', true), (2, 1, 'one', false),
  (1, 2, 'one', true), (1, 2, 'two', true), (1, 2, 'three', true), (2, 2, 'two', true),
  (1, 3, 'one', true), (1, 3, 'two', true), (1, 3, 'three', true), (1, 3, 'four', true),
  (2, 3, 'one', true), (2, 3, 'two', true), (2, 3, 'three', false), (3, 3, 'four', true),
  (1, 4, 'one', false)
) AS row (who, course, lesson, done);
-- the long course, of which one has completed 301 lessons, and one a few
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c5',
       'lesson-' || n, true, '2026-01-05 10:00+00'
FROM (VALUES (1, 301), (2, 7)) AS row (who, lessons) CROSS JOIN generate_series(1, lessons) AS n;
