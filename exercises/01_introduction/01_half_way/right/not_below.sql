-- The same the other way round: whoever is not below 50.
SELECT p.user_id, p.course_id, p.progress_percentage
FROM course_progress AS p
WHERE NOT p.progress_percentage < 50
