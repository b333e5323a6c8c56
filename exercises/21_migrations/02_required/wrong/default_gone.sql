-- says: refused, but should be accepted: a row that leaves attempts out
-- says: not so: who leaves attempts out gets 0
-- says: Who leaves attempts out is refused: the default must stay.
UPDATE lesson_progress SET attempts = (score IS NOT NULL)::int WHERE attempts IS NULL; ALTER TABLE lesson_progress ALTER attempts SET NOT NULL, ALTER attempts DROP DEFAULT;
