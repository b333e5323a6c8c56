-- learners_at_risk: Whom should we write to this week?
-- takes course uuid: the course
-- takes quiet interval = 7 days: who was not there for so long is silent
-- takes gone interval = 30 days: who was not there for longer has left, and is not listed
-- takes tries integer = 4: who tried a quiz at least so often without completing the lesson is stuck
-- gives name text: the learner
-- gives reason text: silent, stuck, or silent and stuck
-- gives completed bigint [lessons]: lessons completed, fewer than the course has
-- gives lessons integer [lessons]: lessons of the course
-- gives idle interval: how long ago the learner was last there
-- gives stuck_on text: the lesson with the most tries; NULL when not stuck
-- gives attempts integer [tries]: tries at it
-- gives user_id uuid: the learner
-- order idle descending, user_id
-- guide asked next
-- index idx_lesson_progress_course_id
-- reads course
SELECT u.name,
       CASE WHEN seen_at > now() - :quiet THEN 'stuck'
            WHEN stuck_on IS NULL THEN 'silent'
            ELSE 'silent and stuck' END AS reason,
       p.completed, c.lesson_count AS lessons, now() - p.seen_at AS idle,
       p.stuck_on, p.attempts, p.user_id
FROM (
  SELECT user_id, max(last_accessed_at) AS seen_at, count(*) FILTER (WHERE completed) AS completed,
         (array_agg(lesson_id ORDER BY attempts DESC, lesson_id)
            FILTER (WHERE NOT completed AND attempts >= :tries))[1] AS stuck_on,
         max(attempts) FILTER (WHERE NOT completed AND attempts >= :tries) AS attempts
  FROM lesson_progress
  WHERE course_id = :course
  GROUP BY user_id
) AS p
JOIN users AS u ON u.id = p.user_id
JOIN courses AS c ON c.id = :course
WHERE p.completed < c.lesson_count AND p.seen_at > now() - :gone
  AND (p.seen_at <= now() - :quiet OR p.stuck_on IS NOT NULL)
ORDER BY p.seen_at, p.user_id
