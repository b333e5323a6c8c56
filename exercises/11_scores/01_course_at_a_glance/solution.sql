-- Three counts of the same rows: people, scores, tries. A row without a score counts no person, and its tries count all the same.
-- An average of nothing is unknown, a sum of no tries is 0.
SELECT c.id AS course_id,
       count(DISTINCT lp.user_id) FILTER (WHERE lp.score IS NOT NULL) AS learners,
       count(lp.score) AS scores,
       coalesce(sum(lp.attempts), 0) AS tries,
       round(avg(lp.score), 1) AS average
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id;
