-- An empty text is a value: NOT NULL lets it in.
-- says: accepted, but should be refused: an empty slug
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL, awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(), UNIQUE (user_id, slug)
)
