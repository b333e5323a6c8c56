-- An hour apart, from a day and a half before the edge of thirty days to as long after it: who began a lesson then, and who began one lately and
-- completed another then.
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-000000000' || to_char(n, 'FM000'))::uuid, n || '@example.org', 'Ada' FROM generate_series(1, 146) AS n;
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at, last_accessed_at)
SELECT ('00000000-0000-4000-8000-000000000' || to_char(n, 'FM000'))::uuid, '00000000-0000-4000-8000-0000000000c1', 'joins',
       now() - INTERVAL '30 days 7 minutes' + (n - 36) * INTERVAL '1 hour', now()
FROM generate_series(1, 73) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT ('00000000-0000-4000-8000-000000000' || to_char(n, 'FM000'))::uuid, '00000000-0000-4000-8000-0000000000c1', lesson,
       lesson = 'keys', now() - began, now(),
       CASE lesson WHEN 'keys' THEN now() - INTERVAL '30 days 7 minutes' + (n - 109) * INTERVAL '1 hour' END
FROM generate_series(74, 146) AS n, (VALUES ('joins', INTERVAL '3 days'), ('keys', INTERVAL '90 days')) AS of (lesson, began);
