DO $$ BEGIN RAISE NOTICE '%', repeat('x', 60000000); END $$
