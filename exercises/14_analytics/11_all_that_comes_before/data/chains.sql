-- a chain of six, a course that is needed in two ways and at two distances, one apart; two of one title;
-- and one whose only need has three needs, which do not need each other
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000c' || n)::uuid, 'Course ' || n % 7, 5 FROM generate_series(1, 9) AS n;
INSERT INTO needs
SELECT ('00000000-0000-4000-8000-0000000000c' || course)::uuid, ('00000000-0000-4000-8000-0000000000c' || needed)::uuid
FROM (VALUES (2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 2), (7, 3), (8, 7), (8, 6)) AS row (course, needed);
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000d' || n)::uuid, 'Branch ' || n % 3, 5
FROM generate_series(1, 6) AS n;
INSERT INTO needs
SELECT ('00000000-0000-4000-8000-0000000000d' || course)::uuid,
       ('00000000-0000-4000-8000-0000000000d' || needed)::uuid
FROM (VALUES (1, 2), (2, 3), (2, 4), (2, 5), (4, 6)) AS row (course, needed);
