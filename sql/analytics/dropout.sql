-- dropout: At which lessons of this course do learners stop?
-- takes course uuid: the course
-- takes idle interval = 30 days: who did not come back for longer has stopped
-- gives lesson_id text: the lesson
-- gives started bigint [learners]: who opened it
-- gives completed bigint [learners]: who completed it
-- gives abandoned bigint [learners]: not completed, and last there longer ago than idle
-- gives in_progress bigint [learners]: the others: not completed, and they may come back
-- gives abandonment_rate numeric [%]: abandoned of started
-- order abandonment_rate before rounding, descending, lesson_id
-- guide 14.8
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id, started, completed, abandoned,
       started - completed - abandoned AS in_progress,
       round(100.0 * abandoned / started, 1) AS abandonment_rate
FROM (
  SELECT lesson_id,
         count(*) AS started,
         count(*) FILTER (WHERE completed) AS completed,
         count(*) FILTER (WHERE NOT completed AND last_accessed_at < now() - :idle) AS abandoned
  FROM lesson_progress
  WHERE course_id = :course
  GROUP BY lesson_id
) AS counted
ORDER BY abandoned::NUMERIC / started DESC, lesson_id
