-- course_summary: the course at a glance, from the learner's row of it
SELECT p.user_id, p.course_id, p.completed_lessons, c.lesson_count, p.progress_percentage, p.last_accessed_at
FROM course_progress AS p JOIN courses AS c ON c.id = p.course_id
WHERE p.user_id = %(user_id)s AND p.course_id = %(course_id)s
