-- a chain of thirty: each needs the one before it, so the last needs all of them
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-0000000000' || n)::uuid, 'Course ' || n, 5 FROM generate_series(10, 39) AS n;
INSERT INTO needs
SELECT ('00000000-0000-4000-8000-0000000000' || n)::uuid, ('00000000-0000-4000-8000-0000000000' || n - 1)::uuid FROM generate_series(11, 39) AS n;
