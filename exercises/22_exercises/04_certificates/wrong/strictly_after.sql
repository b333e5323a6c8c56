-- says: refused, but should be accepted: one that was withdrawn at the moment when it was issued
-- says: Not before it was issued: the same moment is not before.
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id), percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
 issued_at TIMESTAMPTZ NOT NULL DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason TEXT CHECK (reason <> ''), PRIMARY KEY (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at > issued_at));
