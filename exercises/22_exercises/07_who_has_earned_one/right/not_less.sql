-- "Not below the mark" is true for NULL too when it is said as IS NOT TRUE.
SELECT lp.user_id, lp.course_id, round(avg(lp.score), 1) AS average
FROM courses AS c JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id, lp.user_id, lp.course_id
HAVING count(CASE WHEN lp.completed THEN 1 END) >= c.lesson_count
   AND (avg(lp.score) < c.passing_score) IS NOT TRUE
