-- EXCLUDE is the rule once, with the SQLSTATE 23P01.
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id) ON DELETE RESTRICT, percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
 issued_at TIMESTAMPTZ NOT NULL DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason TEXT CHECK (reason <> ''), id UUID PRIMARY KEY DEFAULT gen_random_uuid(), EXCLUDE (user_id WITH =, course_id WITH =), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at >= issued_at));
