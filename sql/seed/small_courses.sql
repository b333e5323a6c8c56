-- small_courses: eight courses, published before anybody began; the dated one on 1 September 2025
INSERT INTO courses (id, title, lesson_count, created_at)
SELECT seeding.uuid(1003, c.n), c.title, count(*),
       CASE WHEN c.dated THEN TIMESTAMPTZ '2025-09-01 09:00+00'
            ELSE %(anchor)s::TIMESTAMPTZ - seeding.ago(30000000 + c.n * 100000) END
FROM seeding.course AS c JOIN seeding.lesson AS l ON l.course = c.n
GROUP BY c.n, c.title, c.dated
ORDER BY c.n
