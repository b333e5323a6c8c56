-- says: refused, but should be accepted: a reason of one letter
-- says: The reason is any text that is not empty: a single letter is one.
CREATE TABLE certificate (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id),
  percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ CHECK (withdrawn_at >= issued_at),
  reason TEXT CHECK (length(reason) > 3),
  PRIMARY KEY (user_id, course_id),
  CHECK ((withdrawn_at IS NULL) = (reason IS NULL))
);
