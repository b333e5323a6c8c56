-- The key begins with the course; then it is user_id that needs an index.
CREATE TABLE bookmark (
  course_id UUID NOT NULL REFERENCES courses ON DELETE CASCADE,
  lesson_id VARCHAR(255) NOT NULL,
  user_id UUID NOT NULL REFERENCES users ON DELETE CASCADE,
  marked_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (course_id, lesson_id, user_id)
);
CREATE INDEX ON bookmark (user_id, marked_at);
COMMENT ON TABLE bookmark IS 'One row a learner and marked lesson';
COMMENT ON COLUMN bookmark.user_id IS 'the learner who marked it';
COMMENT ON COLUMN bookmark.course_id IS 'the course of the lesson';
COMMENT ON COLUMN bookmark.lesson_id IS 'as in lesson_progress: a slug';
COMMENT ON COLUMN bookmark.marked_at IS 'orders the list, newest first';
