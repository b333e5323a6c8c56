-- equal times, also of more lessons and of fewer, times that are equal once they are rounded (in the other order of the ids), a user without rows, less than an hour
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 9) AS n;
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Python', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, seconds
FROM (VALUES
  (6, 1, 'joins', 2700), (6, 1, 'keys', 2700), (5, 1, 'joins', 5400), (4, 1, 'joins', 3600), (3, 1, 'joins', 3599),
  (2, 1, 'joins', 1800), (2, 2, 'joins', 1800), (2, 2, 'keys', 900), (1, 1, 'joins', 0),
  (9, 1, 'joins', 1200), (8, 1, 'joins', 600), (8, 2, 'joins', 600)
) AS row (who, course, lesson, seconds);
