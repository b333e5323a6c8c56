-- Your rule asks for a reason where something was withdrawn, and lets a reason stand alone. "Either both or neither" goes both ways.
-- says: accepted, but should be refused: a reason, and not withdrawn
CREATE TABLE certificate (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id) ON DELETE RESTRICT,
  percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ CHECK (withdrawn_at >= issued_at),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (user_id, course_id),
  CHECK (withdrawn_at IS NULL OR reason IS NOT NULL)
)
