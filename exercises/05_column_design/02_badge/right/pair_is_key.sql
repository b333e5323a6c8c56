-- The pair is the key; the id is unique beside it.
CREATE TABLE badge (
  id UUID NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  user_id UUID,
  slug TEXT,
  awarded_at TIMESTAMPTZ(6) DEFAULT transaction_timestamp() NOT NULL,
  PRIMARY KEY (user_id, slug),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CHECK (length(slug) > 0)
);
