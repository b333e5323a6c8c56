-- The sum over no row is NULL, where 0 was to stand. count gives 0.
-- says: missing rows
-- says: extra rows
-- says: NULL where 0 is wanted
SELECT course_id, count(score), sum(CASE WHEN score=0 THEN 1 END), round(avg(score),1)
FROM lesson_progress
GROUP BY 1
