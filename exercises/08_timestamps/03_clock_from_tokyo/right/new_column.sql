-- The column is made anew beside the old one, filled, and takes its name.
ALTER TABLE visit ADD COLUMN t TIMESTAMPTZ NOT NULL DEFAULT now(); UPDATE visit SET t = coalesce(began_at AT TIME ZONE '+09:00'::interval, noted_at); ALTER TABLE visit DROP COLUMN began_at; ALTER TABLE visit RENAME COLUMN t TO began_at;
