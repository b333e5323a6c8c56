-- The average of ones and zeros is a rate; where there is no score the comparison is NULL, and avg and sum leave it out.
SELECT course_id, lesson_id, sum((score >= passing_score)::int), count(score), round(100 * avg((score >= passing_score)::int), 1)
FROM lesson_progress JOIN courses ON courses.id = course_id
GROUP BY course_id, lesson_id
HAVING count(score) > 0
