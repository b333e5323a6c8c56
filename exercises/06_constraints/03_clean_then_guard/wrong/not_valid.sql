-- NOT VALID leaves the old rows unchecked: they were not mended, and nobody noticed.
-- says: not so: a constraint is NOT VALID: rows that were there before are not checked: agree
ALTER TABLE lesson_progress ADD CONSTRAINT agree CHECK (completed = (completed_at IS NOT NULL)) NOT VALID;
