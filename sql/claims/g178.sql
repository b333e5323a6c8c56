--@ value seen_by_the_owner: whether the catalog lists the table
SELECT EXISTS (SELECT FROM information_schema.tables WHERE table_name = 'lesson_progress');
--@ value seen_without_privileges: whether it lists the table, which is there, for a role without rights on it
SET LOCAL ROLE pg_monitor;
SELECT EXISTS (SELECT FROM information_schema.tables WHERE table_name = relname)
FROM pg_class WHERE oid = 'lesson_progress'::regclass;
