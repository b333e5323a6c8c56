-- A sentence around the name is still the name: the comment of a column tells what its name and its type do
-- not.
-- has: this column is
-- says: not so: each column has a comment that says more than its name
CREATE TABLE bookmark (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id) ON DELETE CASCADE,
  lesson_id TEXT,
  marked_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, course_id, lesson_id)
);
CREATE INDEX bookmark_course_id ON bookmark (course_id);
COMMENT ON TABLE bookmark IS 'A lesson that a learner wants to find again.';
COMMENT ON COLUMN bookmark.user_id IS 'Whose bookmark. It goes with the learner.';
COMMENT ON COLUMN bookmark.course_id IS 'This column is the course_id of the bookmark.';
COMMENT ON COLUMN bookmark.lesson_id IS 'The slug of the lesson, unique within its course.';
COMMENT ON COLUMN bookmark.marked_at IS 'When the learner marked it. Never changes.';
