-- says: refused, but should be accepted: two long slugs that begin alike
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''),
  awarded_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX badge_once ON badge (user_id, left(slug, 20));
