-- says: accepted, but should be refused: a certificate for no course
-- says: accepted, but should be refused: a course that is left out
-- says: accepted, but should be refused: deleting a course that has certificates
-- says: A certificate is for a course. A reference and UNIQUE let NULL through, so course_id must not be NULL.
CREATE TABLE certificate (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID REFERENCES courses(id) ON DELETE SET NULL, percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  issued_at TIMESTAMPTZ NOT NULL DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason TEXT CHECK (reason <> ''), UNIQUE (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at >= issued_at));
