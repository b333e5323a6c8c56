-- A slug is never empty, and that is all: one letter is enough, so its length is more than 0, not more than 1.
-- has: length(
-- says: refused, but should be accepted: a slug of one letter
-- says: refused for another reason: two badges of one id
-- says: refused for another reason: one id for the badges of two learners
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (length(slug) > 1), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(), UNIQUE (user_id, slug)
);
