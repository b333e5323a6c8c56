-- WHERE leaves only who passed: of those, a hundred in a hundred did.
-- says: missing rows
SELECT course_id, lesson_id, count(*), count(*), round(100.0 * count(*) / count(*), 1)
FROM lesson_progress JOIN courses ON courses.id = course_id WHERE score >= passing_score GROUP BY course_id, lesson_id
