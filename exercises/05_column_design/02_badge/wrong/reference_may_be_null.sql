-- A reference lets NULL through: a badge of nobody refers to nobody wrong.
-- says: accepted, but should be refused: a badge of nobody
-- says: accepted, but should be refused: a badge whose learner is left out
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(), UNIQUE (user_id, slug)
)
