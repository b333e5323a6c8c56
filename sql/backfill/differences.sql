-- What stands in one place only: a completed lesson of the documents without a row, or a completed row that no document lists.
SELECT user_id, course_id, lesson_id,
       CASE WHEN r.found IS NULL THEN 'document only' ELSE 'rows only' END AS found_in
FROM (
  SELECT user_id, course_id, lesson AS lesson_id, true AS found
  FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
) AS d
FULL JOIN (SELECT user_id, course_id, lesson_id, true AS found FROM lesson_progress WHERE completed) AS r USING (user_id, course_id, lesson_id)
WHERE d.found IS NULL OR r.found IS NULL
