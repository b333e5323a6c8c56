-- All columns with a key, except those that an index begins with; the names are looked up at the end.
CREATE VIEW unindexed_key (child, foreign_key) AS
WITH bare AS (
  SELECT conrelid, conkey[1] FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 1
  EXCEPT SELECT indrelid, indkey[0] FROM pg_index WHERE indpred IS NULL AND indisvalid
)
SELECT t.relname, k.conname
FROM pg_constraint AS k JOIN pg_class AS t ON t.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace
WHERE k.contype = 'f' AND n.nspname = 'public' AND cardinality(k.conkey) = 1 AND (k.conrelid, k.conkey[1]) IN (TABLE bare);
