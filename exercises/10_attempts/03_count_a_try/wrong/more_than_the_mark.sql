-- At least the passing score: 80 passes where the mark is 80.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress p SET attempts = coalesce(p.attempts,0) + 1, score = 80, last_accessed_at = now(),
  completed = p.completed OR c.passing_score < 80, completed_at = CASE WHEN p.completed OR c.passing_score >= 80 THEN p.completed_at ELSE now() END
FROM courses c WHERE c.id = p.course_id AND p.lesson_id = 'joins'
