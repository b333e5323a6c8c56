-- TODO: only the keys that have no index
CREATE VIEW unindexed_key AS
SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f';
