-- struggling_users: Who keeps trying a lesson of this course without completing it?
-- takes course uuid: the course
-- takes tries integer = 4: at least so many tries
-- gives name text: the learner
-- gives lesson_id text: the lesson
-- gives attempts integer [tries]: tries so far
-- gives score integer [%]: the latest score
-- gives last_accessed_at timestamptz: when the learner was last in the lesson
-- gives user_id uuid: the learner
-- order attempts descending, lesson_id, user_id
-- guide 10
-- index idx_lesson_progress_course_id
-- reads course
SELECT u.name, p.lesson_id, p.attempts, p.score, p.last_accessed_at, p.user_id
FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id
WHERE p.course_id = :course AND NOT p.completed AND p.attempts >= :tries
ORDER BY p.attempts DESC, p.lesson_id, p.user_id
