-- The column is guarded, and is still what a wall in Tokyo showed: each reader must know that, and the gaps hold another one's.
-- says: not so: began_at is a TIMESTAMP WITH TIME ZONE
-- says: not so: 09:00 in Tokyo is 00:00 UTC
-- says: not so: 01:30 in Tokyo is 16:30 UTC on the day before
-- says: not so: where it was not known it is the moment of noted_at
-- says: not so: a column left out gets the time of the transaction
UPDATE visit SET began_at = noted_at WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
