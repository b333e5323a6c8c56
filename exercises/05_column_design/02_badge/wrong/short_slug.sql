-- says: refused, but should be accepted: a slug of many words
-- says: A slug is a text such as first-try, and others are longer, or have digits.
CREATE TABLE badge (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug VARCHAR(10) NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(), UNIQUE (user_id, slug));
