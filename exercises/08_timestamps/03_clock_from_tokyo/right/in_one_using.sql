-- USING may hold any expression on the row: the gaps are filled on the way.
ALTER TABLE visit
  ALTER began_at TYPE timestamptz USING coalesce(began_at AT TIME ZONE 'Asia/Tokyo', noted_at),
  ALTER began_at SET DEFAULT now(),
  ALTER began_at SET NOT NULL;
