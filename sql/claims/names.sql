-- names: what the probes of claims call by :name; one row, and a name whose value is NULL is not in this class
SELECT u.mina, u.ada, u.jack, u.emily, u.rashid, u.lorenzo, u.ayesha,
       c.web, c.databases, c.python, c.analysis, c.statistics, c.algorithms, c.photo, c.speaking,
       '00000000-0000-4000-8000-000000000000'::UUID AS nobody
FROM (
  SELECT (array_agg(id) FILTER (WHERE email = 'mina@example.org'))[1] AS mina,
         (array_agg(id) FILTER (WHERE email = 'ada@example.org'))[1] AS ada,
         (array_agg(id) FILTER (WHERE email = 'jack@example.org'))[1] AS jack,
         (array_agg(id) FILTER (WHERE email = 'emily@example.org'))[1] AS emily,
         (array_agg(id) FILTER (WHERE email = 'rashid@example.org'))[1] AS rashid,
         (array_agg(id) FILTER (WHERE email = 'lorenzo@example.org'))[1] AS lorenzo,
         (array_agg(id) FILTER (WHERE email = 'ayesha@example.org'))[1] AS ayesha
  FROM users
) AS u, (
  SELECT (array_agg(id) FILTER (WHERE title = 'Web Development'))[1] AS web,
         (array_agg(id) FILTER (WHERE title = 'Databases'))[1] AS databases,
         (array_agg(id) FILTER (WHERE title = 'Python'))[1] AS python,
         (array_agg(id) FILTER (WHERE title = 'Data Analysis'))[1] AS analysis,
         (array_agg(id) FILTER (WHERE title = 'Statistics'))[1] AS statistics,
         (array_agg(id) FILTER (WHERE title = 'Algorithms'))[1] AS algorithms,
         (array_agg(id) FILTER (WHERE title = 'Photography'))[1] AS photo,
         (array_agg(id) FILTER (WHERE title LIKE 'Public Speaking%'))[1] AS speaking
  FROM courses
) AS c
