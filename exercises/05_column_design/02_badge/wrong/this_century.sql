-- says: refused, but should be accepted: badges that were awarded in other years
-- says: Nothing says when a badge may be awarded. A rule of yours refuses a time that is years ago, or one that is to come.
CREATE TABLE badge (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  slug text NOT NULL CHECK (slug <> ''), awarded_at timestamptz NOT NULL DEFAULT now(), UNIQUE (user_id, slug), CHECK (awarded_at >= '2010-01-01' AND awarded_at < '2035-01-01'))
