-- says: not so: by default it is the time of the transaction
-- says: Left out, awarded_at is not the time of the transaction, now(): it was worked out when the table was made, or at another moment, or for one zone.
CREATE TABLE badge (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT 'now'::timestamptz, UNIQUE (user_id, slug));
