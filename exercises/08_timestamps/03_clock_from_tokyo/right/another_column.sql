-- A second column takes over the name of the first.
ALTER TABLE visit ADD COLUMN began TIMESTAMPTZ DEFAULT now() NOT NULL;
UPDATE visit SET began = COALESCE(timezone('Asia/Tokyo', began_at), noted_at);
ALTER TABLE visit DROP COLUMN began_at;
ALTER TABLE visit RENAME COLUMN began TO began_at;
