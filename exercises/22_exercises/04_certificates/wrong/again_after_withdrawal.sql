-- says: accepted, but should be refused: a second one after the first was withdrawn
-- says: At most one for each course, also when it was withdrawn: the rule must hold for all rows.
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id), percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason TEXT CHECK (reason <> ''), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at >= issued_at));
CREATE UNIQUE INDEX ON certificate (user_id, course_id) WHERE withdrawn_at IS NULL;
