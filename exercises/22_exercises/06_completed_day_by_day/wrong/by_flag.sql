-- The server does not know that completed and completed_at go together, so it may not use an index WHERE completed.
-- has: ( course_id , completed_at ) where completed
-- says: too many pages: the completions of a course, day by day
CREATE INDEX idx_lesson_progress_course_completed_at ON lesson_progress (course_id, completed_at) WHERE completed
