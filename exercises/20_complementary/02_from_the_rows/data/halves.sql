-- halves: 1, 3 and 5 of 8 are 12.5, 37.5 and 62.5 per cent; 200 of 201 are 99.5, and 100 when they are
-- rounded; 1 of 201 is 0.4975 per cent: 0, and 1 for who rounds twice. Two documents have the right
-- lessons and another figure.
INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-0000000000a2', 'bo@example.org', 'Bo'),
  ('00000000-0000-4000-8000-0000000000a3', 'cy@example.org', 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 8);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT ('00000000-0000-4000-8000-0000000000a' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n, true, now()
FROM (VALUES (1, 1), (2, 3), (3, 5)) AS learner (who, completed), generate_series(1, completed) AS n;
INSERT INTO course_progress (user_id, course_id) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1'),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1');
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage) VALUES
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c1',
   '["lesson-1", "lesson-2", "lesson-3", "lesson-4", "lesson-5"]', 60);
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c2', 'Long', 201);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'lesson-' || n, true, now() FROM generate_series(1, 200) AS n;
INSERT INTO course_progress (user_id, course_id) VALUES ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2');
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c2', 'lesson-1', true, now());
INSERT INTO course_progress (user_id, course_id) VALUES
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c2');
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage) VALUES
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000c2', '[]', 5);
