-- user_engagement: Which learners spent the most time?
-- takes course uuid = NULL: one course only; NULL for all
-- takes top integer = 10: how many places; who is equal to the last is listed too
-- gives place bigint: 1 for the longest time; equal times have equal places
-- gives name text: the learner
-- gives hours numeric [hours]: time spent, with two decimals
-- gives seconds bigint [seconds]: time spent
-- gives lessons_started bigint [lessons]: lessons opened, in whichever course
-- gives lessons_completed bigint [lessons]: lessons completed
-- gives user_id uuid: the learner
-- order seconds descending, user_id
-- guide 14.5
-- index none for all courses; idx_lesson_progress_course_id for one
-- reads everything
WITH longest AS (
  SELECT user_id, coalesce(sum(time_spent_seconds), 0) AS seconds,
         count(*) AS started, count(*) FILTER (WHERE completed) AS completed
  FROM lesson_progress
  WHERE :course IS NULL OR course_id = :course
  GROUP BY user_id
  ORDER BY seconds DESC
  FETCH FIRST (:top) ROWS WITH TIES
)
SELECT rank() OVER (ORDER BY l.seconds DESC) AS place, u.name,
       round(l.seconds / 3600.0, 2) AS hours, l.seconds,
       l.started AS lessons_started, l.completed AS lessons_completed, l.user_id
FROM longest AS l JOIN users AS u ON u.id = l.user_id
ORDER BY l.seconds DESC, l.user_id
