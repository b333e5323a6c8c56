-- The old times are taken for times on another clock than the one in Tokyo: USING must name its zone. Without it, the clock is that of *your* session.
-- says: not so: 09:00 in Tokyo is 00:00 UTC
-- says: not so: 01:30 in Tokyo is 16:30 UTC on the day before
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ;
UPDATE visit SET began_at = noted_at WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
