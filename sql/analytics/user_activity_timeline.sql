-- user_activity_timeline: What did this learner do, and when?
-- takes user uuid: the learner
-- takes course uuid = NULL: one course only; NULL for all
-- gives at timestamptz: when it happened
-- gives event text: started, completed, or seen: the last visit, where it was neither
-- gives course_id uuid: the course
-- gives lesson_id text: the lesson
-- gives since_previous interval: how long after the event before it
-- order at, course_id, lesson_id, then started before completed before seen
-- guide 8
-- index lesson_progress_user_id_course_id_lesson_id_key, idx_lesson_progress_user_course, idx_lesson_progress_user_id
-- reads learner
SELECT e.at, e.event, p.course_id, p.lesson_id,
       e.at - lag(e.at) OVER (ORDER BY e.at, p.course_id, p.lesson_id, e.place) AS since_previous
FROM lesson_progress AS p
CROSS JOIN LATERAL (
  VALUES (1, 'started', p.first_started_at),
         (2, 'completed', p.completed_at),
         (3, 'seen', CASE WHEN p.last_accessed_at IS DISTINCT FROM p.first_started_at
                           AND p.last_accessed_at IS DISTINCT FROM p.completed_at THEN p.last_accessed_at END)
) AS e (place, event, at)
WHERE p.user_id = :user AND (:course IS NULL OR p.course_id = :course) AND e.at IS NOT NULL
ORDER BY e.at, p.course_id, p.lesson_id, e.place
