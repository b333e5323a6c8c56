-- touch_course: the learner was in the course when last in this lesson
UPDATE course_progress
SET last_accessed_at = greatest(last_accessed_at, %(last_accessed_at)s),
    updated_at = statement_timestamp()
WHERE user_id = %(user_id)s AND course_id = %(course_id)s
