-- large_courses: fifty courses of twenty lessons, published before anybody began
INSERT INTO courses (id, title, lesson_count, created_at)
SELECT seeding.uuid(1003, c + 1),
       (ARRAY['Web Development', 'Databases', 'Python', 'Data Analysis', 'Statistics', 'Algorithms', 'Design',
              'Networks', 'Cloud Computing', 'Music Theory'])[mod(c, 10) + 1] || CASE WHEN c < 10 THEN '' ELSE ' ' || c / 10 + 1 END,
       20, %(anchor)s::TIMESTAMPTZ - seeding.ago(30000000 + c * 50000)
FROM generate_series(0, 49) AS c
ORDER BY c
