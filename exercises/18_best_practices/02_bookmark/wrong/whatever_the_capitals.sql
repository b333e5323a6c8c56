-- says: refused, but should be accepted: lessons that differ in a capital alone
CREATE TABLE bookmark (
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  lesson_id TEXT NOT NULL,
  marked_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ON bookmark (user_id, course_id, lower(lesson_id));
CREATE INDEX ON bookmark (course_id);
COMMENT ON TABLE bookmark IS 'A lesson that a learner wants to find again. One row a mark; taking it off deletes the row.';
COMMENT ON COLUMN bookmark.user_id IS 'Who has marked the lesson; the mark goes with the person.';
COMMENT ON COLUMN bookmark.course_id IS 'In which course the lesson stands, since a slug may stand in two.';
COMMENT ON COLUMN bookmark.lesson_id IS 'The slug of the marked lesson, such as react-hooks; no table of lessons stands behind it.';
COMMENT ON COLUMN bookmark.marked_at IS 'When the learner set the mark; the list shows the newest first.';
