-- says: refused, but should be accepted: badges that were awarded in other years
-- says: refused, but should be accepted: two badges at one moment
-- says: refused for another reason: the same badge twice
-- says: Nothing says when a badge may be awarded. A rule of yours refuses a time that is years ago, or one that is to come.
CREATE TABLE badge (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now() CHECK (awarded_at > '2026-01-01'), UNIQUE (user_id, slug));
