-- Who had completed the lesson before keeps that time: it is written anew here.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress p SET attempts = coalesce(p.attempts,0) + 1, score = 80, last_accessed_at = now(),
  completed = p.completed OR c.passing_score <= 80, completed_at = CASE WHEN c.passing_score <= 80 THEN now() ELSE completed_at END
FROM courses c WHERE c.id = p.course_id AND p.lesson_id = 'joins'
