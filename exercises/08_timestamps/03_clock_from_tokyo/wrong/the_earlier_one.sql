-- Where began_at is known it stays, whichever of the two is earlier: only a gap takes the moment of noted_at.
-- has: least(
-- says: missing rows: all moments, also of visits that you have not seen
-- says: extra rows: all moments, also of visits that you have not seen
ALTER TABLE visit
  ALTER COLUMN began_at TYPE TIMESTAMPTZ USING least(began_at AT TIME ZONE 'Asia/Tokyo', noted_at),
  ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
