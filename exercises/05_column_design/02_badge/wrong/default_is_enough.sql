-- A default fills a column that is left out; NULL that is written down stays NULL.
-- says: accepted, but should be refused: awarded at no time
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ DEFAULT now(), UNIQUE (user_id, slug)
)
