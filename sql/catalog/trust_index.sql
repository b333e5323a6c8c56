-- trust_index: let plans use an index that was made in this very transaction over rows changed a moment ago; a
-- superuser's trick for a transaction that is rolled back
UPDATE pg_index SET indcheckxmin = false WHERE indexrelid = %(index)s::REGCLASS AND indcheckxmin
