-- Who has no score passes. Without one nobody has reached a mark, whatever COALESCE, or a comparison that is turned round, makes of it.
-- says: extra rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress p JOIN courses c ON c.id=course_id
WHERE completed AND attempts=1 AND coalesce(score,100) >= passing_score
