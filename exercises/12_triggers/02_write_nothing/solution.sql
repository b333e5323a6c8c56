-- The ready function gives back NULL where old and new row are the same, byte by byte. Its name comes before the guide's
-- trigger in the alphabet: once the row is stamped, no two are the same.
CREATE TRIGGER a_write_nothing BEFORE UPDATE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
