-- A pattern that a slug must follow refuses the empty one too.
CREATE TABLE badge (
  id UUID DEFAULT gen_random_uuid() PRIMARY KEY,
  user_id UUID NOT NULL REFERENCES users ON DELETE CASCADE,
  slug VARCHAR(100) NOT NULL CHECK (slug ~ '^[a-z0-9-]+$'),
  awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  UNIQUE (slug, user_id)
);
