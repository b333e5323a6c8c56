-- who has 80 already, after one attempt and after many, and who has another score or none; two of a device
-- whose clock was fast, one who was there a second ago, two who have completed the lesson
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada'
FROM generate_series(1, 8) AS n;
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Algorithms', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score, completed, completed_at,
                             first_started_at, last_accessed_at, created_at)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1', 'joins',
       tries, points, done IS NOT NULL, now() + done, now() - INTERVAL '9 days', now() + seen,
       now() - INTERVAL '9 days'
FROM (VALUES
  (1, 1, 80, NULL, INTERVAL '-3 days'), (2, 7, 80, NULL, INTERVAL '2 hours'),
  (3, 3, 79, NULL, INTERVAL '-1 second'), (4, 0, NULL, NULL, INTERVAL '-9 days'),
  (5, 2, 90, INTERVAL '-4 days', INTERVAL '2 hours'), (6, 1, NULL, NULL, INTERVAL '-5 days'),
  (7, 4, 80, INTERVAL '-2 days', INTERVAL '-2 days')
) AS row (who, tries, points, done, seen);
