-- started_never_completed: Who began this course and never completed a lesson of it?
-- takes course uuid: the course
-- takes within interval = NULL: began not longer ago than this; NULL for whenever
-- gives name text: the learner
-- gives lessons_started bigint [lessons]: lessons opened
-- gives tries bigint [tries]: tries at all quizzes
-- gives first_started_at timestamptz: when the learner began
-- gives last_accessed_at timestamptz: when the learner was last there
-- gives user_id uuid: the learner
-- order last_accessed_at descending, NULL last, user_id
-- guide 14.8, exercise 2
-- index idx_lesson_progress_course_id
-- reads course
SELECT u.name, p.lessons_started, p.tries, p.first_started_at, p.last_accessed_at, p.user_id
FROM (
  SELECT user_id, count(*) AS lessons_started, coalesce(sum(attempts), 0) AS tries,
         min(first_started_at) AS first_started_at, max(last_accessed_at) AS last_accessed_at
  FROM lesson_progress
  WHERE course_id = :course
  GROUP BY user_id
  HAVING NOT bool_or(completed) AND (:within IS NULL OR min(first_started_at) > now() - :within)
) AS p
JOIN users AS u ON u.id = p.user_id
ORDER BY p.last_accessed_at DESC NULLS LAST, p.user_id
