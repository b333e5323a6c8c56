-- TODO: only the keys that have no index
CREATE VIEW unindexed_key AS
SELECT conrelid::regclass::text AS child, conname AS foreign_key
FROM pg_constraint
WHERE contype = 'f';
