INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Ada'),
  ('00000000-0000-4000-8000-000000000003', 'c@example.org', 'Cy'), ('00000000-0000-4000-8000-000000000004', 'd@example.org', 'Di'),
  ('00000000-0000-4000-8000-000000000005', 'e@example.org', 'Eve'),
  ('00000000-0000-4000-8000-000000000006', 'f@example.org', 'Flo');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', lesson, seconds
FROM (VALUES (1, 'joins', 2400), (2, 'joins', 7199), (3, 'joins', 25), (3, 'grouping', 25), (3, 'indexes', 25), (3, 'films', NULL), (4, 'films', NULL))
     AS row (who, lesson, seconds);
-- 68,000,059 seconds, 18888.905… hours: whoever keeps seven digits of either loses what makes it .91
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT '00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n,
       CASE WHEN n > 20 THEN 59 ELSE 3400000 END
FROM generate_series(1, 21) AS n;
