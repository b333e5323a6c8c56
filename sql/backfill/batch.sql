-- The next documents after the key (after_user, after_course), taken apart into rows; tells where it stopped.
-- A document has no times of its own: the row's last change is the best that is known, and is said to be a guess.
WITH batch AS (
  SELECT user_id, course_id, completed_lessons, last_accessed_at
  FROM course_progress
  WHERE (user_id, course_id) > (:after_user::uuid, :after_course::uuid)
  ORDER BY user_id, course_id
  LIMIT :size
  FOR UPDATE -- a completion of one of these waits, and comes after the copy
), made AS (
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
  SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
  FROM batch, jsonb_array_elements_text(completed_lessons) AS lesson
  ON CONFLICT (user_id, course_id, lesson_id) DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM batch) AS documents, (SELECT count(*) FROM made) AS rows,
       last.user_id AS last_user, last.course_id AS last_course
FROM (SELECT user_id, course_id FROM batch ORDER BY user_id DESC, course_id DESC LIMIT 1) AS last
