-- Nobody has opened joins: there is no row to go on from, and so no page after it. A lesson that only looks like it is another one.
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at)
SELECT '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1', lesson, TIMESTAMPTZ '2026-02-01 10:00+00' + n * INTERVAL '1 hour'
FROM unnest(ARRAY['keys', 'self-joins', 'Joins', 'views', 'indexes', 'grouping', 'sorting']) WITH ORDINALITY AS of (lesson, n);
