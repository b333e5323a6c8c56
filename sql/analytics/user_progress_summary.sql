-- user_progress_summary: How far is this learner in this course, lesson by lesson?
-- takes user uuid: the learner
-- takes course uuid: the course
-- gives lesson_id text: the lesson
-- gives completed boolean: whether it is completed
-- gives time_spent_seconds integer [seconds]: time spent in it, all visits together
-- gives attempts integer [tries]: tries at its quiz
-- gives score integer [%]: the latest score; NULL where there is no quiz, or no try
-- gives first_started_at timestamptz: when it was first opened
-- gives last_accessed_at timestamptz: when the learner was last in it
-- gives completed_at timestamptz: when it was completed
-- order first_started_at, lesson_id
-- guide 14.1
-- index lesson_progress_user_id_course_id_lesson_id_key, idx_lesson_progress_user_course
-- reads learner
SELECT lesson_id, completed, time_spent_seconds, attempts, score,
       first_started_at, last_accessed_at, completed_at
FROM lesson_progress
WHERE user_id = :user AND course_id = :course
ORDER BY first_started_at NULLS LAST, lesson_id
