-- recent_activity: Who was in which lesson lately?
-- takes within interval = 24 hours: how far back
-- takes top integer = 50: how many rows; NULL for all
-- gives last_accessed_at timestamptz: when the learner was last in the lesson
-- gives name text: the learner
-- gives title text: the course
-- gives lesson_id text: the lesson
-- gives completed boolean: whether it is completed
-- gives user_id uuid: the learner
-- order last_accessed_at descending, user_id, course_id, lesson_id
-- guide 14.7
-- index none of the guide's: one on last_accessed_at would
-- reads everything
SELECT p.last_accessed_at, u.name, c.title, p.lesson_id, p.completed, p.user_id
FROM (
  SELECT user_id, course_id, lesson_id, completed, last_accessed_at
  FROM lesson_progress
  WHERE last_accessed_at > now() - :within
  ORDER BY last_accessed_at DESC, user_id, course_id, lesson_id
  LIMIT :top
) AS p
JOIN users AS u ON u.id = p.user_id
JOIN courses AS c ON c.id = p.course_id
ORDER BY p.last_accessed_at DESC, p.user_id, p.course_id, p.lesson_id
