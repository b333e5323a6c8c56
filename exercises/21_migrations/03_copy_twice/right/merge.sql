-- MERGE says the three cases one after the other.
MERGE INTO lesson_progress AS lp
USING (
  SELECT user_id, course_id, lesson, last_accessed_at AS at
  FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
) AS done ON lp.user_id = done.user_id AND lp.course_id = done.course_id AND lp.lesson_id = done.lesson
WHEN MATCHED AND NOT lp.completed THEN UPDATE SET completed = true, completed_at = done.at
WHEN MATCHED THEN DO NOTHING
WHEN NOT MATCHED THEN
  INSERT (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
  VALUES (done.user_id, done.course_id, done.lesson, true, done.at, done.at, done.at);
