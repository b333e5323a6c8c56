-- rows of a device whose clock was fast: one completed, one not; one that was completed two seconds ago, one
-- that was opened and no more; two that were tried and have no score, one of them completed; one that is
-- completed at a moment which is still to come
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, title, 5
FROM (VALUES (1, 'Databases'), (2, 'Python'), (3, 'Statistics'), (4, 'Web'), (5, 'Git'), (6, 'Rust'), (7, 'Go'))
AS row (n, title);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed, completed_at, attempts, score,
                             first_started_at, last_accessed_at, created_at)
SELECT ('00000000-0000-4000-8000-0000000000b' || n)::uuid, '00000000-0000-4000-8000-000000000001',
       ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'joins',
       ago IS NOT NULL, now() - ago, tries, points,
       now() - INTERVAL '5 days', now() + ahead, now() - INTERVAL '5 days'
FROM (VALUES
  (1, INTERVAL '3 days', 1, 60, INTERVAL '2 hours'), (2, NULL, 1, 60, INTERVAL '2 hours'),
  (3, INTERVAL '2 seconds', 0, NULL, INTERVAL '-1 second'), (4, NULL, 0, NULL, INTERVAL '-5 days'),
  (5, NULL, 2, NULL, INTERVAL '-3 days'), (6, INTERVAL '3 days', 1, NULL, INTERVAL '-1 day'),
  (7, INTERVAL '-1 hour', 0, NULL, INTERVAL '2 hours')
) AS row (n, ago, tries, points, ahead);
