CREATE TABLE note (id BIGINT PRIMARY KEY, progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE, body TEXT NOT NULL);
CREATE TABLE certificate (
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  PRIMARY KEY (course_id, user_id)
);
CREATE TABLE attempt (id BIGINT PRIMARY KEY, user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE, passed BOOLEAN NOT NULL);
CREATE INDEX attempt_passed ON attempt (user_id) WHERE passed;
