-- says: not so: if nobody says, it was issued now
-- says: Left out, issued_at is not now: it was worked out when the table was made, or for one zone, or is another moment.
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id), percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT 'now'::timestamptz, withdrawn_at TIMESTAMPTZ, reason TEXT CHECK (reason <> ''), PRIMARY KEY (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at >= issued_at));
