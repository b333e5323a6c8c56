-- A completion every half hour, from a day and a half before the edge of seven days to as long after it: whoever counts days of the calendar, or
-- stops an hour off, gives other rows.
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 200);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'lesson-' || n, true,
       now() - INTERVAL '7 days 7 minutes' + (n - 72) * INTERVAL '30 minutes', now() - INTERVAL '20 days'
FROM generate_series(1, 144) AS n;
-- a little too old, by minutes: they get no younger, so no edge is near them; by less than one: at_the_edge.sql
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'late-by-' || n, true,
       now() - INTERVAL '7 days' - n * INTERVAL '1 second', now() - INTERVAL '20 days'
FROM unnest('{61,120,600}'::int[]) AS n;
-- begun and not completed, and just now
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'open', false, NULL, now() - INTERVAL '1 day'),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'now', true, now(), now() - INTERVAL '1 day');
-- completed this week, by a program that did not move last_accessed_at
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at, last_accessed_at) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'not-moved', true,
   now() - INTERVAL '2 days', now() - INTERVAL '20 days', now() - INTERVAL '20 days');
-- completed this week, says the time; the flag was forgotten. And more than somebody takes for all of a week
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'many-' || n, n > 1,
       now() - INTERVAL '1 day' - n * INTERVAL '1 second', now() - INTERVAL '20 days'
FROM generate_series(1, 1200) AS n;
