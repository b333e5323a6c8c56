-- hide_index: keep an index, and let no plan use it; a superuser's trick for a transaction that is rolled back
UPDATE pg_index SET indisvalid = false WHERE indexrelid = %(index)s::REGCLASS
