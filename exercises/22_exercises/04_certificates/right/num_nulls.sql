-- num_nulls counts what is missing: none or both.
CREATE TABLE certificate (
  course_id UUID REFERENCES courses (id),
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  percentage NUMERIC(5, 2) NOT NULL CHECK (percentage >= 0 AND percentage <= 100),
  issued_at TIMESTAMPTZ DEFAULT now() NOT NULL,
  withdrawn_at TIMESTAMPTZ,
  reason VARCHAR(200),
  PRIMARY KEY (course_id, user_id),
  CHECK (num_nulls(withdrawn_at, reason) IN (0, 2)),
  CHECK (NOT withdrawn_at < issued_at),
  CHECK (char_length(reason) > 0)
);
