-- columns: the columns of a table, in order
SELECT attname::TEXT FROM pg_attribute
WHERE attrelid = to_regclass(%(table)s) AND attnum > 0 AND NOT attisdropped
ORDER BY attnum
