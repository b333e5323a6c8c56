-- says: not so: no two columns have the same comment
-- says: Two columns have the same comment: what is true of both tells of neither what the type does not tell.
CREATE TABLE bookmark (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, lesson_id TEXT NOT NULL, marked_at TIMESTAMPTZ NOT NULL DEFAULT now(), PRIMARY KEY (user_id, course_id, lesson_id));
CREATE INDEX bookmark_course ON bookmark (course_id);
COMMENT ON TABLE bookmark IS 'A lesson that a learner wants to find again.';
COMMENT ON COLUMN bookmark.user_id IS 'In which course the lesson stands.';
COMMENT ON COLUMN bookmark.course_id IS 'In which course the lesson stands.';
COMMENT ON COLUMN bookmark.lesson_id IS 'The slug, such as joins.';
COMMENT ON COLUMN bookmark.marked_at IS 'When it was marked.';
