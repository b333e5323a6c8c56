-- one name in two courses; completed by all, by some, by nobody; opened by one who has no document;
-- names that differ in one mark, in one digit, or only behind the 70th letter
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 3) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Databases', 5 FROM generate_series(1, 2) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, score, attempts)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000c' || course)::uuid, lesson, done,
       CASE WHEN done THEN now() END, score, CASE WHEN score IS NULL THEN 0 ELSE 1 END
FROM (VALUES (1, 1, 'joins', true, 80), (2, 1, 'joins', false, 20), (3, 1, 'joins', true, NULL), (1, 2, 'joins', false, NULL),
             (1, 1, 'views', false, NULL), (2, 1, 'views', false, 0), (1, 1, 'keys', true, 90), (2, 1, 'keys', true, 90),
             (1, 1, 'html-basics', true, NULL), (2, 1, 'html_basics', false, NULL),
             (3, 1, 'htmlbasics', false, NULL), (1, 1, 'keys-2', true, NULL), (1, 1, 'keys-3', false, NULL),
             (1, 2, repeat('joins-', 12) || 'again', true, NULL),
             (2, 2, repeat('joins-', 12) || 'once', false, NULL)
     ) AS row (who, course, lesson, done, score);
INSERT INTO course_progress (user_id, course_id)
SELECT DISTINCT user_id, course_id FROM lesson_progress
WHERE user_id <> '00000000-0000-4000-8000-000000000003';
