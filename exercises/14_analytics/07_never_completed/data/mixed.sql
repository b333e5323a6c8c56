-- through with one course and lost in another; one of two completed; nothing at all, in one course and in two
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 4) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, attempts)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson,
       done, CASE WHEN done THEN now() END, tries
FROM (VALUES
  (1, 1, 'joins', true, 0), (1, 2, 'joins', false, 3), (2, 1, 'joins', true, 0), (2, 1, 'keys', false, 0),
  (3, 1, 'joins', false, 0), (3, 1, 'keys', false, 4), (4, 1, 'joins', false, 0), (4, 2, 'joins', false, 0), (4, 2, 'keys', false, 0)
) AS row (who, course, lesson, done, tries);
