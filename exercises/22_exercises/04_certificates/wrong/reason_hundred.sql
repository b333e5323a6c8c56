-- says: refused, but should be accepted: a reason of 200 letters
-- says: The reason is any text of up to 200 letters. A rule or a length of yours is too narrow for one of several sentences.
CREATE TABLE certificate (user_id uuid REFERENCES users ON DELETE CASCADE, course_id uuid REFERENCES courses ON DELETE RESTRICT,
 percentage int NOT NULL CHECK (percentage BETWEEN 0 AND 100), issued_at timestamptz NOT NULL DEFAULT now(),
 withdrawn_at timestamptz CHECK (withdrawn_at >= issued_at), reason varchar(100) CHECK (reason <> ''),
 PRIMARY KEY (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)))
