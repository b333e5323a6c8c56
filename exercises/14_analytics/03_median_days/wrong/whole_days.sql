-- extract(day FROM …) is the part of the interval that counts days; its hours are gone.
-- says: missing rows
SELECT c.id, count(lp.completed_at - lp.first_started_at),
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(day FROM lp.completed_at - lp.first_started_at)))::numeric, 2)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
