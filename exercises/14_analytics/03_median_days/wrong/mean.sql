-- avg is the mean: one lesson that lay open for a month pulls it up. The median does not mind.
-- says: missing rows
SELECT c.id, count(lp.completed_at - lp.first_started_at),
       round((avg(extract(epoch FROM lp.completed_at - lp.first_started_at)) / 86400)::numeric, 2)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
