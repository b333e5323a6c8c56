-- A slug of blanks is empty too, which is stricter where nobody wants less, and the rule once is said by EXCLUDE.
CREATE TABLE badge (
  id UUID DEFAULT uuidv7() PRIMARY KEY,
  user_id UUID NOT NULL CONSTRAINT whose REFERENCES users ON DELETE CASCADE,
  slug TEXT NOT NULL CONSTRAINT slug_not_empty CHECK (length(trim(slug)) > 0),
  awarded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  CONSTRAINT once EXCLUDE USING btree (user_id WITH =, slug WITH =)
);
