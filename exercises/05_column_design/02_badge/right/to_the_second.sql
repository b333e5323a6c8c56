-- TIMESTAMPTZ(0) keeps an instant as well, rounded to the second.
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''),
  awarded_at TIMESTAMPTZ(0) NOT NULL DEFAULT now(),
  UNIQUE (user_id, slug)
);
