-- says: refused, but should be accepted: one that was withdrawn a moment after it was issued
-- says: A tenth of a second later is not before: the times are kept as they are given, and not rounded.
CREATE TABLE certificate (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id),
  percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ(0) NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ CHECK (withdrawn_at >= issued_at),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (user_id, course_id),
  CHECK ((withdrawn_at IS NULL) = (reason IS NULL))
);
