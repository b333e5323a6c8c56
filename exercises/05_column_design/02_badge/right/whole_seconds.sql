-- To the second is enough: what is less is cut off, and all rows of a transaction still have one time.
CREATE TABLE badge (
  id UUID NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''),
  awarded_at TIMESTAMPTZ NOT NULL DEFAULT date_trunc('second', CURRENT_TIMESTAMP),
  PRIMARY KEY (user_id, slug)
);
