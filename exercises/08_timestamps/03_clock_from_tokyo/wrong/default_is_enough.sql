-- A default fills a column that is left out; NULL that is written down stays NULL.
-- says: accepted, but should be refused: a visit that began at no time
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ USING began_at AT TIME ZONE 'Asia/Tokyo';
UPDATE visit SET began_at = noted_at WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now();
