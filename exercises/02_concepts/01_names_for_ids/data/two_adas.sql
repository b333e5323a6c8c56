-- two learners of one name, two courses of one title, one of which passes only at 97,
-- the edges of the score, a learner without a document
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 3) AS n;
INSERT INTO courses (id, title, lesson_count, passing_score)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5, (ARRAY[70, 97])[n]
FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, score,
       CASE WHEN score IS NULL THEN 0 ELSE 1 END
FROM (VALUES (1, 1, 'joins', 95), (2, 1, 'joins', 95), (1, 2, 'joins', 95), (1, 1, 'keys', 90), (2, 1, 'keys', 89), (1, 1, 'views', 91),
             (1, 1, 'trees', NULL), (2, 2, 'trees', 100), (2, 2, 'keys', 9), (2, 2, 'views', 10), (2, 1, 'views', 97), (3, 1, 'joins', 96)) AS row (who, course, lesson, score);
INSERT INTO course_progress (user_id, course_id) SELECT DISTINCT user_id, course_id FROM lesson_progress WHERE score <> 96;
