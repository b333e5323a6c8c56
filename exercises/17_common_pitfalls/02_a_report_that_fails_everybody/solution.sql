-- NULL stays NULL: count and avg leave it out, and NULL < 70 is not true. Beside "how much" stands "how many". The group is the course.
SELECT c.title, count(lp.score) AS scores, round(avg(lp.score), 1) AS average,
       count(*) FILTER (WHERE lp.score < c.passing_score) AS failed
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id, c.title;
