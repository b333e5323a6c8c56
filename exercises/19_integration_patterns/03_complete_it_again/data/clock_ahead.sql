-- rows of a device whose clock was fast: one completed, one not
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Python', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, attempts, score, first_started_at, last_accessed_at)
SELECT '00000000-0000-4000-8000-000000000001', id, 'joins', done, CASE WHEN done THEN now() - INTERVAL '3 days' END, 1, 60,
       now() - INTERVAL '5 days', now() + INTERVAL '2 hours'
FROM courses, LATERAL (SELECT title = 'Databases') AS row (done);
