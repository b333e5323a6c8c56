-- The row is not stamped any more, and still written: a trigger that does not fire cannot keep the row out.
-- says: not so: an UPDATE without a change writes no row
-- says: not so: the same holds for a row with NULL in it
-- says: not so: the same value written out is no change
-- says: not so: without a change, whichever column the UPDATE names
-- says: not so: of two rows the one that changes is written
CREATE OR REPLACE TRIGGER update_lesson_progress_updated_at BEFORE UPDATE ON lesson_progress FOR EACH ROW
WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION update_updated_at_column()
