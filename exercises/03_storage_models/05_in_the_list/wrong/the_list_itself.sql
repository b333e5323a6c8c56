-- says: columns differ
SELECT user_id, course_id, completed_lessons FROM course_progress WHERE completed_lessons ? 'joins'
