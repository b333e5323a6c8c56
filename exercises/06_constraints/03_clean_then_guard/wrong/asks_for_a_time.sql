-- says: refused, but should be accepted: completed long ago, before it was opened here, and tomorrow
-- says: not so: a rule asks who asks, when, or by which statement: it must be the same for everybody: the constraint c
UPDATE lesson_progress SET completed = true, completed_at = coalesce(completed_at, last_accessed_at) WHERE completed <> (completed_at IS NOT NULL);
ALTER TABLE lesson_progress ADD CONSTRAINT c CHECK (completed = (completed_at IS NOT NULL) AND completed_at >= first_started_at AND completed_at <= now());
