-- says: not so: an index on a column whose number, or name, begins alike does not count
-- says: An index on column 10, or on one whose name begins with that of the key, serves some other column: numbers and names must be equal, and not only begin alike.
CREATE VIEW unindexed_key AS SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND i.indisvalid AND i.indkey::text LIKE k.conkey[1] || '%')
