-- The documents list names that only hold the lesson's: self-joins, JOINS, joins-2. The lesson itself is not among them.
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-0000000000a2', 'bo@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 4);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT learner::uuid, '00000000-0000-4000-8000-0000000000c1', lesson, true, now()
FROM (VALUES ('00000000-0000-4000-8000-0000000000a1'), ('00000000-0000-4000-8000-0000000000a2')) AS who (learner),
     (VALUES ('joins'), ('self-joins'), ('key_s')) AS of (lesson);
INSERT INTO course_progress (user_id, course_id, completed_lessons) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', '["self-joins", "JOINS", "joins-2", "keyss"]'),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000c1', '["joins, self-joins"]');
