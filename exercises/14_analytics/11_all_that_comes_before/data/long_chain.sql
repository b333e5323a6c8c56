-- a chain of 150: each needs the one before it, so the last needs all of them, and there are 11,175 pairs
INSERT INTO courses (id, title, lesson_count)
SELECT ('00000000-0000-4000-8000-000000000' || n)::uuid, 'Course ' || n, 5 FROM generate_series(100, 249) AS n;
INSERT INTO needs
SELECT ('00000000-0000-4000-8000-000000000' || n)::uuid, ('00000000-0000-4000-8000-000000000' || n - 1)::uuid FROM generate_series(101, 249) AS n;
