-- completed turns true and completed_at stays NULL. Both were asked for.
-- says: missing rows
-- says: extra rows
-- says: NULL where a value is wanted
UPDATE lesson_progress p SET attempts = coalesce(p.attempts,0) + 1, score = 80, last_accessed_at = now(),
  completed = p.completed OR c.passing_score <= 80
FROM courses c WHERE c.id = p.course_id AND p.lesson_id = 'joins'
