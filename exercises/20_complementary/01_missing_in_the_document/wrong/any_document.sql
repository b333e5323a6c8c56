-- A document belongs to a learner and a course: one in another course says nothing of this one.
-- says: missing rows
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
JOIN course_progress AS cp ON cp.user_id = lp.user_id AND cp.course_id = lp.course_id
WHERE lp.completed AND NOT cp.completed_lessons @> to_jsonb(lp.lesson_id)
UNION ALL
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
WHERE lp.completed AND NOT EXISTS (SELECT FROM course_progress AS cp WHERE cp.user_id = lp.user_id)
