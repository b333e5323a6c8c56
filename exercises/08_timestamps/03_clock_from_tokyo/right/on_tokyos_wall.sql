-- The gaps are filled first, with what the wall in Tokyo showed at that instant; then all are turned the same way.
UPDATE visit SET began_at = noted_at AT TIME ZONE 'Asia/Tokyo' WHERE began_at IS NULL;
ALTER TABLE visit ALTER began_at TYPE timestamptz USING began_at AT TIME ZONE 'Asia/Tokyo';
ALTER TABLE visit ALTER began_at SET DEFAULT transaction_timestamp();
ALTER TABLE visit ALTER began_at SET NOT NULL;
