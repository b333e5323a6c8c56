-- says: accepted, but should be refused: the same badge twice
-- says: A learner has a badge of one slug once, and nothing says so: the pair of user_id and slug must be unique, and nothing but the pair.
CREATE TABLE badge (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
 slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(), UNIQUE (user_id, slug, awarded_at));
