-- says: accepted, but should be refused: one id for the badges of two learners
-- says: Two learners have a badge of one id each: an id is there once in the whole table, and nothing but the id may belong to its key.
CREATE TABLE badge (
  id UUID NOT NULL DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (id, user_id), UNIQUE (user_id, slug));
