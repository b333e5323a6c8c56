-- The gaps have another moment than noted_at. Whoever fills them before the type is changed puts UTC digits there, which are then taken
-- for Tokyo's.
-- has: set began_at = noted_at
-- says: not so: where it was not known it is the moment of noted_at
UPDATE visit SET began_at = noted_at WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ USING began_at AT TIME ZONE 'Asia/Tokyo';
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
