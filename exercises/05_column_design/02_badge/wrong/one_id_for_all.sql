-- says: refused, but should be accepted: two badges of a learner, and one of them for another
-- says: refused, but should be accepted: a slug of many words
-- says: refused, but should be accepted: badges that were awarded in other years
-- says: refused, but should be accepted: two badges at one moment
-- says: not so: by default it is the time of the transaction
-- says: refused, but should be accepted: three badges of two learners
-- says: A learner has many badges, and many learners have the same: it is the pair that is there once. Each row also needs an id of its own.
CREATE TABLE badge (id UUID PRIMARY KEY DEFAULT '5f3a09c1-0000-4000-8000-000000000000', user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
 slug TEXT NOT NULL CHECK (slug <> ''), awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(), UNIQUE (user_id, slug));
