-- UPDATE OF names columns, and the trigger fires when an UPDATE sets one of them. One that sets another to what it is writes the row.
-- has: update of
-- says: not so: without a change, whichever column the UPDATE names
CREATE TRIGGER a_nothing_changed BEFORE UPDATE OF completed, score, attempts, time_spent_seconds, completed_at, last_accessed_at
ON lesson_progress FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
