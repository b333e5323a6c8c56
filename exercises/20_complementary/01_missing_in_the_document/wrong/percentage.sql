-- A wrong percentage points at a document, not at a lesson; and a document can list too little and still have the right number.
-- says: missing rows
-- says: extra rows
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp JOIN course_progress AS cp USING (user_id, course_id) JOIN courses AS c ON c.id = lp.course_id
WHERE lp.completed AND cp.progress_percentage < round(100.0 * (
  SELECT count(*) FROM lesson_progress AS o WHERE o.user_id = lp.user_id AND o.course_id = lp.course_id AND o.completed
) / c.lesson_count)
