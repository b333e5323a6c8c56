-- names: what the learner and the course are called; no row if there is no such learner or course
SELECT users.name, courses.title
FROM users, courses
WHERE users.id = %(user_id)s AND courses.id = %(course_id)s
