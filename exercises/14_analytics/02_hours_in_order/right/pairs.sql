-- The pair of course and lesson is what is counted; an interval gives the hours.
SELECT user_id, count(DISTINCT (course_id, lesson_id)),
       round(extract(epoch FROM sum(time_spent_seconds) * INTERVAL '1 second') / 3600, 2)
FROM lesson_progress
GROUP BY user_id
ORDER BY sum(time_spent_seconds) DESC, user_id ASC
