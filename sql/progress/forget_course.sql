-- forget_course: a course, what was recorded in it, and the learners who are known by an address of it
WITH course AS (DELETE FROM courses WHERE id = %(course_id)s)
DELETE FROM users WHERE email LIKE '%%@' || %(host)s
