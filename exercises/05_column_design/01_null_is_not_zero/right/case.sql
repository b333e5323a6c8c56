-- CASE gives NULL where no branch fits, and sum and count leave it out.
SELECT course_id, sum(CASE WHEN score IS NULL THEN 0 ELSE 1 END), count(CASE WHEN score = 0 THEN 1 END),
       round(sum(score)::numeric / nullif(count(score), 0), 1)
FROM lesson_progress GROUP BY course_id
