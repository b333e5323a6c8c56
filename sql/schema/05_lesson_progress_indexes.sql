-- The guide's six indexes, in the guide's order.  The order matters: of two indexes that cost the same the planner takes the newer.

CREATE INDEX idx_lesson_progress_user_id ON lesson_progress(user_id);
CREATE INDEX idx_lesson_progress_course_id ON lesson_progress(course_id);
CREATE INDEX idx_lesson_progress_lesson_id ON lesson_progress(lesson_id);
CREATE INDEX idx_lesson_progress_user_course ON lesson_progress(user_id, course_id);
CREATE INDEX idx_lesson_progress_completed ON lesson_progress(completed);
CREATE INDEX idx_lesson_progress_completed_at ON lesson_progress(completed_at)
WHERE completed_at IS NOT NULL;

COMMENT ON INDEX idx_lesson_progress_user_id IS
  'For the lessons of a learner. The UNIQUE constraint''s index starts with the same column; kept because the guide has it.';
COMMENT ON INDEX idx_lesson_progress_course_id IS 'For the rows of a course, and for deleting a course.';
COMMENT ON INDEX idx_lesson_progress_lesson_id IS 'For the rows of a slug, in whichever course.';
COMMENT ON INDEX idx_lesson_progress_user_course IS
  'For the lessons of a learner in a course. The UNIQUE constraint''s index starts with the same columns; kept because the guide has it.';
COMMENT ON INDEX idx_lesson_progress_completed IS 'For the rarer of two values.';
COMMENT ON INDEX idx_lesson_progress_completed_at IS 'Partial: completed lessons only, by time of completion.';
