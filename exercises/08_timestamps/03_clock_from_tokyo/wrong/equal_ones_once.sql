-- DISTINCT makes one of two visits that are equal in each column. They are two rows, and none was to be lost.
-- has: distinct
-- says: not so: no row is lost and none is added
CREATE TEMP TABLE kept AS
SELECT DISTINCT user_id, lesson_id, coalesce(began_at AT TIME ZONE 'Asia/Tokyo', noted_at) AS began_at, noted_at FROM visit;
DELETE FROM visit;
ALTER TABLE visit ALTER COLUMN began_at TYPE TIMESTAMPTZ, ALTER COLUMN began_at SET DEFAULT now(), ALTER COLUMN began_at SET NOT NULL;
INSERT INTO visit (user_id, lesson_id, began_at, noted_at) SELECT user_id, lesson_id, began_at, noted_at FROM kept;
DROP TABLE kept;
