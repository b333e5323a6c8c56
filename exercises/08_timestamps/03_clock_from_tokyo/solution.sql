-- The type first: USING says on which wall the clock hung. Then the gaps are filled with instants, as instants. A default fills
-- what is left out, NOT NULL refuses what is left empty on purpose.
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMP WITH TIME ZONE USING began_at AT TIME ZONE 'Asia/Tokyo';
UPDATE visit SET began_at = noted_at WHERE began_at IS NULL;
ALTER TABLE visit ALTER COLUMN began_at SET DEFAULT CURRENT_TIMESTAMP, ALTER COLUMN began_at SET NOT NULL;
