LISTEN x; DO $$ BEGIN FOR i IN 1..300000 LOOP EXECUTE 'NOTIFY x, ''' || repeat('y', 7000) || i || ''''; END LOOP; END $$; SELECT 1;
