-- open and completed, with a score and without, a name within another, one with a capital, one name in two courses,
-- some by a clock that was ahead, names that differ in a letter, a mark or a digit
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 5) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, score, attempts, time_spent_seconds, first_started_at, last_accessed_at, created_at, updated_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, done,
       CASE WHEN done THEN at END, score, CASE WHEN score IS NULL THEN 0 ELSE 1 END, seconds, at, at, at, at
FROM (VALUES (1, 1, 'joins', false, NULL, 100), (2, 1, 'joins', false, 40, 0), (3, 1, 'joins', true, NULL, 30), (4, 1, 'joins', true, 90, 60),
             (1, 2, 'joins', false, 0, 1800), (2, 2, 'self-joins', false, NULL, 100), (5, 1, 'joins-2', false, NULL, 7), (5, 2, 'keys', false, NULL, 8),
             (3, 2, 'Joins', false, NULL, 9), (4, 2, ' joins', false, NULL, 9)
     ) AS row (who, course, lesson, done, score, seconds), (VALUES (TIMESTAMPTZ '2026-03-02 09:00+00')) AS moment (at);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds,
                             first_started_at, last_accessed_at)
SELECT '00000000-0000-4000-8000-000000000005', id, lesson, 20,
       now() - INTERVAL '5 days', now() + INTERVAL '2 hours'
FROM courses, unnest('{joins,views}'::text[]) AS lesson;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-0000000000c2', lesson, 20
FROM unnest('{join,joint,joins2,coins,jeans,jobs,jo-ins,jo_ins,keys-joins}'::text[]) AS lesson;
