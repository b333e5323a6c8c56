-- take_back: what was done in one lesson is forgotten; the row of the course follows in the same transaction
DELETE FROM lesson_progress
WHERE user_id = %(user_id)s AND course_id = %(course_id)s AND lesson_id = %(lesson_id)s
