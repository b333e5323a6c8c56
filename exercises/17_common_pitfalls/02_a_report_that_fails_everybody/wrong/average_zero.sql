-- 0 says that everybody got nothing right. Nobody has tried: that is NULL.
-- says: 0 where NULL is wanted
SELECT c.title, count(lp.score), coalesce(round(avg(lp.score), 1), 0),
       count(*) FILTER (WHERE lp.score < c.passing_score)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
