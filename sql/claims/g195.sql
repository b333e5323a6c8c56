--@ value indexes_in_percent_of_the_table: the size of all its indexes beside its own
SELECT round(100.0 * pg_indexes_size(oid) / pg_relation_size(oid)) FROM pg_class WHERE oid = 'lesson_progress'::regclass;
