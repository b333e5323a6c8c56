-- halves: 1, 3 and 5 of 8 are 12.5, 37.5 and 62.5 per cent; 200 of 201 are 99.5, and 100 when they are rounded
INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-0000000000a2', 'bo@example.org', 'Bo'),
  ('00000000-0000-4000-8000-0000000000a3', 'cy@example.org', 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 8);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT ('00000000-0000-4000-8000-0000000000a' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n, true, now()
FROM (VALUES (1, 1), (2, 3), (3, 5)) AS learner (who, completed), generate_series(1, completed) AS n;
INSERT INTO course_progress (user_id, course_id) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1'),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1'),
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c1');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c2', 'Long', 201);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'lesson-' || n, true, now() FROM generate_series(1, 200) AS n;
INSERT INTO course_progress (user_id, course_id) VALUES ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2');
