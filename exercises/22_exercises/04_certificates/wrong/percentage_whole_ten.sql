-- says: refused, but should be accepted: one at 0 per cent that was withdrawn, and one at 100
-- says: A certificate may be withdrawn whatever its per cent: a rule of yours forbids it.
CREATE TABLE certificate (user_id uuid REFERENCES users ON DELETE CASCADE, course_id uuid REFERENCES courses ON DELETE RESTRICT,
 percentage int NOT NULL CHECK (percentage BETWEEN 0 AND 100), issued_at timestamptz NOT NULL DEFAULT now(),
 withdrawn_at timestamptz CHECK (withdrawn_at >= issued_at), reason text CHECK (reason <> ''),
 PRIMARY KEY (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (percentage >= 50 OR withdrawn_at IS NULL))
