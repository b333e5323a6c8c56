--@ do: ten learners seen 5, 15, … 95 days ago, four of them completed, and a lesson of one name in two courses
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, last_accessed_at)
SELECT u.id, :databases, 'joins', u.n > 6, now() - (10 * u.n - 5) * INTERVAL '1 day'
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM users ORDER BY id LIMIT 10) AS u;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, last_accessed_at)
VALUES (:mina, :databases, 'introduction', true, now()),
       (:mina, :python, 'introduction', false, now() - INTERVAL '90 days');
--@ steps ten_learners: started, abandoned, and the rate
SELECT unnest(ARRAY[count(*), count(*) FILTER (WHERE completed = false AND last_accessed_at < now() - INTERVAL '30 days'),
                    round(count(*) FILTER (WHERE completed = false AND last_accessed_at < now() - INTERVAL '30 days')::NUMERIC / count(*) * 100, 1)])
FROM lesson_progress WHERE lesson_id = 'joins' GROUP BY lesson_id;
--@ steps one_name_in_two_courses: nobody gave up here, everybody there
SELECT round(count(*) FILTER (WHERE completed = false AND last_accessed_at < now() - INTERVAL '30 days')::NUMERIC / count(*) * 100, 1)
FROM lesson_progress WHERE lesson_id = 'introduction' GROUP BY lesson_id;
