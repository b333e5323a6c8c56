-- find_operation: whether the operation of this id asked for the same as this one
SELECT kind = %(kind)s AND course_id = %(course_id)s AND lesson_id = %(lesson_id)s
       AND value IS NOT DISTINCT FROM %(value)s::INTEGER
FROM lessonlab_record.progress_operation
WHERE user_id = %(user_id)s AND operation = %(operation)s
