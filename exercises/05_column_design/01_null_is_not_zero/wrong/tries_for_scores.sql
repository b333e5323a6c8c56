-- Whether a lesson was tried is said by its score. attempts may be 0 or NULL where nobody has counted.
-- says: rows
SELECT course_id, count(*) FILTER (WHERE attempts > 0 AND score IS NOT NULL) AS tried,
       count(*) FILTER (WHERE score = 0) AS nothing_right, round(avg(score), 1) AS average
FROM lesson_progress
GROUP BY course_id
