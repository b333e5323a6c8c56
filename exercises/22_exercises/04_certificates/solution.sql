-- The key says "at most one". Each sentence of the brief is one rule, and a user takes the certificates along while a course does not.
CREATE TABLE certificate (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id) ON DELETE RESTRICT,
  percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ CHECK (withdrawn_at >= issued_at),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (user_id, course_id),
  CHECK ((withdrawn_at IS NULL) = (reason IS NULL))
);
-- Deleting a course looks for its certificates; the key begins with the learner, so it cannot help.
CREATE INDEX ON certificate (course_id);
