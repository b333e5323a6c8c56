-- A key of its own, or one with more columns, does not say "at most one for each course".
-- says: accepted, but should be refused: a second one for the same course
-- says: accepted, but should be refused: a second one after the first was withdrawn
CREATE TABLE certificate (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses (id) ON DELETE RESTRICT,
  percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  withdrawn_at TIMESTAMPTZ CHECK (withdrawn_at >= issued_at),
  reason TEXT CHECK (reason <> ''),
  CHECK ((withdrawn_at IS NULL) = (reason IS NULL))
)
