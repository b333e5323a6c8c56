-- two on place 1 and one behind, two on place 2, one alone, nobody with a score, 0, one name in two courses
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 4) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 9 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, score,
       CASE WHEN score IS NULL THEN 0 ELSE 1 END
FROM (VALUES
  (1, 1, 'a', 90), (2, 1, 'a', 90), (3, 1, 'a', 80), (4, 1, 'a', NULL), (1, 1, 'b', 70), (2, 1, 'b', 60), (3, 1, 'b', 60), (4, 1, 'b', 50),
  (1, 1, 'c', 0), (2, 1, 'c', NULL), (1, 1, 'd', NULL), (1, 2, 'a', 40), (2, 2, 'a', 30), (3, 2, 'a', 20), (4, 2, 'b', 100)
) AS row (who, course, lesson, score);
