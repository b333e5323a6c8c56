-- record_operation: remember what is about to be done; no row is written when it was done before
INSERT INTO lessonlab_record.progress_operation (user_id, operation, kind, course_id, lesson_id, value)
VALUES (%(user_id)s, %(operation)s, %(kind)s, %(course_id)s, %(lesson_id)s, %(value)s)
ON CONFLICT (user_id, operation) DO NOTHING
