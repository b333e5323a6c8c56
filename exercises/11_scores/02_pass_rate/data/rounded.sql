INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-0000000000' || 10 + n)::uuid, n || '@example.org', 'Ada'
FROM generate_series(1, 16) AS n;
INSERT INTO courses (id, title, lesson_count, passing_score)
VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5, 70);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT ('00000000-0000-4000-8000-0000000000' || 10 + n)::uuid, '00000000-0000-4000-8000-0000000000c1',
       lesson, 1, CASE WHEN n <= passed THEN 70 ELSE 69 END
-- rates of 6.25, 18.75 and 54.5454…
FROM (VALUES ('joins', 16, 1), ('keys', 16, 3), ('views', 11, 6)) AS lot (lesson, scored, passed),
     generate_series(1, scored) AS n;
