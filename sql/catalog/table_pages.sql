-- table_pages: a table by its name as one writes it, and how many pages its file has now
SELECT oid::REGCLASS::TEXT AS relation,
       pg_relation_size(oid) / current_setting('block_size')::INTEGER AS pages
FROM pg_class
WHERE oid = to_regclass(%(table)s) AND relkind IN ('r', 'm')
