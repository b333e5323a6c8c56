-- An id of its own, and constraints that are added by name.
CREATE TABLE bookmark (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id UUID NOT NULL, course_id UUID NOT NULL, lesson_id TEXT NOT NULL, marked_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
ALTER TABLE bookmark
  ADD CONSTRAINT bookmark_once UNIQUE (user_id, course_id, lesson_id),
  ADD CONSTRAINT bookmark_learner FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  ADD CONSTRAINT bookmark_course FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE CASCADE;
CREATE INDEX bookmark_of_a_course ON bookmark (course_id, lesson_id);
COMMENT ON TABLE bookmark IS 'Lessons that learners have marked.';
COMMENT ON COLUMN bookmark.id IS 'Counts up, for the address of one bookmark.';
COMMENT ON COLUMN bookmark.user_id IS 'Who marked the lesson.';
COMMENT ON COLUMN bookmark.course_id IS 'In which course it stands.';
COMMENT ON COLUMN bookmark.lesson_id IS 'Which lesson, by its slug.';
COMMENT ON COLUMN bookmark.marked_at IS 'When it was marked.';
