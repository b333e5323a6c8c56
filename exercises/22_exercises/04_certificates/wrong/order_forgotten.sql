-- Nothing stops a certificate that was withdrawn before it was issued.
-- says: accepted, but should be refused: withdrawn before it was issued
CREATE TABLE certificate (
  user_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID REFERENCES courses (id) ON DELETE RESTRICT,
  percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ,
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (user_id, course_id),
  CHECK ((withdrawn_at IS NULL) = (reason IS NULL))
)
