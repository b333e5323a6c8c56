-- the longest pause first, in the middle, between two courses; equal times; one lesson only; rows that were written in another order
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 6) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at, created_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson,
       TIMESTAMPTZ '2026-03-02 09:00+00' + hours * INTERVAL '1 hour', TIMESTAMPTZ '2026-04-02 09:00+00' + (hours * 37 % 61) * INTERVAL '1 hour'
FROM (VALUES
  (1, 1, 'joins', 0), (1, 1, 'keys', 36), (1, 1, 'views', 40), (2, 1, 'joins', 1), (2, 2, 'joins', 60), (2, 2, 'keys', 61),
  (3, 1, 'joins', 5), (3, 1, 'keys', 5), (4, 1, 'joins', 7), (5, 1, 'joins', 2), (5, 1, 'keys', 3), (5, 2, 'joins', 100), (5, 1, 'views', 130),
  (6, 1, 'joins', 4), (6, 2, 'joins', 20)  -- one name in two courses: two lessons
) AS row (who, course, lesson, hours);
