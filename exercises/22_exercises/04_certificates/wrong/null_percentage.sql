-- A CHECK lets NULL through: what must be known is NOT NULL.
-- says: accepted, but should be refused: no per cent
-- says: accepted, but should be refused: per cent that are left out
CREATE TABLE certificate (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id) ON DELETE RESTRICT,
  percentage INTEGER CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ CHECK (withdrawn_at >= issued_at),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (user_id, course_id),
  CHECK ((withdrawn_at IS NULL) = (reason IS NULL))
)
