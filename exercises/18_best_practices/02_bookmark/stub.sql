-- TODO: the keys, an index, the comments
CREATE TABLE bookmark (
  user_id UUID,
  course_id UUID,
  lesson_id TEXT,
  marked_at TIMESTAMP
);
