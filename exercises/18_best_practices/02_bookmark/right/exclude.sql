-- EXCLUDE is the rule once, and its index begins with user_id.
CREATE TABLE bookmark (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, lesson_id TEXT NOT NULL, marked_at TIMESTAMPTZ NOT NULL DEFAULT now(), EXCLUDE USING btree (user_id WITH =, course_id WITH =, lesson_id WITH =));
CREATE INDEX bookmark_course ON bookmark (course_id);
COMMENT ON TABLE bookmark IS 'A lesson that a learner wants to find again.';
COMMENT ON COLUMN bookmark.user_id IS 'Who marked it.';
COMMENT ON COLUMN bookmark.course_id IS 'In which course the lesson stands.';
COMMENT ON COLUMN bookmark.lesson_id IS 'The slug, such as joins.';
COMMENT ON COLUMN bookmark.marked_at IS 'When it was marked.';
