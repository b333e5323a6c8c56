-- TIMESTAMP drops the zone that it is given: of 12:00+02 it keeps 12:00, which is another moment.
-- says: not so: an instant is kept, not what a clock showed
-- says: not so: the same moment wherever it is read from
CREATE TABLE badge (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(), user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, UNIQUE (user_id, slug)
)
