-- now() is an instant already. AT TIME ZONE makes of it what a clock shows in UTC, and the column takes that for a
-- time in the session's zone: another moment, unless that zone is UTC.
-- has: default (now() at time zone
-- says: not so: a column left out gets the time of the transaction
ALTER TABLE visit
  ALTER COLUMN began_at TYPE TIMESTAMPTZ USING coalesce(began_at AT TIME ZONE 'Asia/Tokyo', noted_at),
  ALTER COLUMN began_at SET DEFAULT (now() AT TIME ZONE 'UTC'), ALTER COLUMN began_at SET NOT NULL;
