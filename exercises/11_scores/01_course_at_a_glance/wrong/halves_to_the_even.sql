-- round of a DOUBLE PRECISION takes a half to the even digit: 72.25 becomes 72.2. round of a NUMERIC, which
-- avg gives, takes it away from 0.
-- says: rows
SELECT c.id, count(DISTINCT user_id) FILTER (WHERE score IS NOT NULL), count(score),
       coalesce(sum(attempts), 0), (round(avg(score)::double precision * 10) / 10)::numeric
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
