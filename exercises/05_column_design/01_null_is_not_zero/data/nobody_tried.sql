-- a course in which lessons were opened and nothing was tried, one with a score of 0 alone, one whose tries
-- nobody has counted; averages of 72.25, of 40.75, and of 50.5454…, which is 50.5 when it is rounded once
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Art', 5),
  ('00000000-0000-4000-8000-0000000000c3', 'Music', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'joins', NULL, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'keys', NULL, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'light', 0, 1),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c3', 'chords', 55, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c3', 'scales', 65, NULL);
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-0000000000' || n)::uuid, n || '@example.org', 'Ada'
FROM generate_series(11, 21) AS n;
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000d' || n)::uuid, 'Databases', 5 FROM generate_series(1, 3) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts)
SELECT ('00000000-0000-4000-8000-0000000000' || 10 + n)::uuid,
       ('00000000-0000-4000-8000-0000000000d' || course)::uuid, 'joins', score, 1
FROM (VALUES (1, '{72,72,72,73}'::int[]), (2, '{40,41,41,41}'), (3, '{50,50,50,50,50,51,51,51,51,51,51}')
     ) AS row (course, scores), unnest(scores) WITH ORDINALITY AS each (score, n);
