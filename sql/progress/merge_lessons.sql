-- merge_lessons: what a file says of a learner's lessons, joined with what is here; the more is kept of each
-- A second time changes nothing.  Lessons of courses that are not here are left out.
INSERT INTO lesson_progress AS p (
  user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
  first_started_at, last_accessed_at, completed_at
)
SELECT %(user_id)s, f.course, f.lesson, f.completed_at IS NOT NULL, coalesce(f.time_spent_seconds, 0),
       coalesce(f.attempts, 0), f.score, f.first_started_at, f.last_accessed_at, f.completed_at
FROM jsonb_to_recordset(%(lessons)s::JSONB) AS f (
  course UUID, lesson TEXT, time_spent_seconds INTEGER, attempts INTEGER, score INTEGER,
  first_started_at TIMESTAMP WITH TIME ZONE, last_accessed_at TIMESTAMP WITH TIME ZONE,
  completed_at TIMESTAMP WITH TIME ZONE
) JOIN courses AS c ON c.id = f.course
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = p.completed OR EXCLUDED.completed,
    time_spent_seconds = greatest(p.time_spent_seconds, EXCLUDED.time_spent_seconds),
    attempts = greatest(p.attempts, EXCLUDED.attempts),
    score = coalesce(p.score, EXCLUDED.score),
    first_started_at = least(p.first_started_at, EXCLUDED.first_started_at),
    last_accessed_at = greatest(p.last_accessed_at, EXCLUDED.last_accessed_at),
    completed_at = least(p.completed_at, EXCLUDED.completed_at)
