-- says: refused, but should be accepted: a reason of 200 letters
-- says: The reason is any text of up to 200 letters. A rule or a length of yours is too narrow for one of several sentences.
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id), percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason VARCHAR(10) CHECK (reason <> ''), PRIMARY KEY (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at >= issued_at));
