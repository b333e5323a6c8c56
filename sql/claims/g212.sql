--@ value spare_indexes: indexes whose columns another one begins with
SELECT count(*) FROM pg_index AS spare
WHERE indrelid = 'lesson_progress'::regclass AND NOT indisunique AND indpred IS NULL AND EXISTS (
  SELECT FROM pg_index AS other
  WHERE other.indrelid = spare.indrelid AND other.indexrelid <> spare.indexrelid AND other.indpred IS NULL
    AND other.indkey::TEXT || ' ' LIKE spare.indkey::TEXT || ' %'
);
--@ value indexes_in_percent_of_the_table: the size of all its indexes beside its own
SELECT round(100.0 * pg_indexes_size(oid) / pg_relation_size(oid)) FROM pg_class WHERE oid = 'lesson_progress'::regclass;
