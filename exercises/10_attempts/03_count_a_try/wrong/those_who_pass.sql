-- Where 80 does not pass, the try is not written down at all. It counts, and the score is 80.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress p SET attempts = coalesce(p.attempts,0) + 1, score = 80, last_accessed_at = now(),
  completed = true, completed_at = coalesce(completed_at, now())
FROM courses c WHERE c.id = p.course_id AND p.lesson_id = 'joins' AND c.passing_score <= 80
