-- WHERE leaves out the rows without a score, and with them their tries, and courses that have no score at all.
-- says: missing rows
SELECT c.id, count(DISTINCT user_id), count(score), coalesce(sum(attempts), 0), round(avg(score), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id WHERE score IS NOT NULL GROUP BY c.id
