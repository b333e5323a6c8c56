-- A gap takes the moment of its own noted_at. now() is when the table is mended, long after the visit.
-- has: began_at = now()
-- says: not so: where it was not known it is the moment of noted_at
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ USING began_at AT TIME ZONE 'Asia/Tokyo';
UPDATE visit SET began_at = now() WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
