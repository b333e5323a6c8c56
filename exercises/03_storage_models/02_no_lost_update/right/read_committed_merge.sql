-- MERGE finds the row there, waits for it, and computes from what the other has left.
MERGE INTO course_progress AS cp USING (VALUES (:lesson::text)) AS done (lesson)
ON cp.user_id = :uuid_u AND cp.course_id = :uuid_c
WHEN MATCHED THEN UPDATE SET completed_lessons = cp.completed_lessons || to_jsonb(done.lesson), updated_at = now();
