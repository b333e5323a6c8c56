-- says: not so: no index is spare
-- says: The key begins with user_id, so it is the index for that foreign key. Yours costs writes and answers nothing new.
CREATE TABLE bookmark (user_id uuid REFERENCES users ON DELETE CASCADE, course_id uuid REFERENCES courses ON DELETE CASCADE,
 lesson_id text, marked_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (user_id, course_id, lesson_id));
CREATE INDEX ON bookmark (course_id);
CREATE INDEX ON bookmark (user_id) WHERE user_id IS NOT NULL;
COMMENT ON TABLE bookmark IS 'A lesson that somebody wants to find again.';
COMMENT ON COLUMN bookmark.user_id IS 'Whose it is.';
COMMENT ON COLUMN bookmark.course_id IS 'Where the lesson is taught.';
COMMENT ON COLUMN bookmark.lesson_id IS 'Slug within the course.';
COMMENT ON COLUMN bookmark.marked_at IS 'Set when it is made.';
