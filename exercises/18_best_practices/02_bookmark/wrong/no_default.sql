-- says: refused, but should be accepted: a bookmark that leaves the time out
-- says: refused, but should be accepted: one slug in two courses
-- says: refused, but should be accepted: two learners mark one lesson
-- says: refused, but should be accepted: a learner marks two lessons of a course
-- says: refused, but should be accepted: a slug of many words
-- says: refused for another reason: a bookmark of a learner that there is not
-- says: refused for another reason: a bookmark in a course that there is not
-- says: not so: by default it is the present
-- says: refused, but should be accepted: three bookmarks of two learners in two courses
-- says: Without a time an ordinary bookmark is refused: marked_at needs a default, and nothing else is to be required.
CREATE TABLE bookmark (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, lesson_id TEXT NOT NULL, marked_at TIMESTAMPTZ NOT NULL, PRIMARY KEY (user_id, course_id, lesson_id));
CREATE INDEX ON bookmark (course_id);
COMMENT ON TABLE bookmark IS 'A lesson that a learner wants to find again.';
COMMENT ON COLUMN bookmark.user_id IS 'Who marked it.';
COMMENT ON COLUMN bookmark.course_id IS 'In which course the lesson stands.';
COMMENT ON COLUMN bookmark.lesson_id IS 'The slug, such as joins.';
COMMENT ON COLUMN bookmark.marked_at IS 'When it was marked.';
