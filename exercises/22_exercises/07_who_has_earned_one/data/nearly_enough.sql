-- an average of 69.95, which is 70.0 when it is rounded, a strict course without any score, and 199 lessons of 200,
-- which are 100 per cent when they are rounded
INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Twenty lessons', 20, 70), ('00000000-0000-4000-8000-0000000000c2', 'Strict films', 1, 95);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts, score, completed_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n, true, 1,
       CASE WHEN who = 1 AND n = 1 THEN 69 ELSE 70 END, now()
FROM generate_series(1, 2) AS who, generate_series(1, 20) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'film', true, now());
INSERT INTO courses (id, title, lesson_count, passing_score) VALUES ('00000000-0000-4000-8000-0000000000c3', 'Many films', 200, 70);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c3', 'film-' || n, true, now() FROM generate_series(1, 199) AS n;
