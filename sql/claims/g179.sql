--@ value type_of_id: what the catalog says of the key
SELECT data_type FROM information_schema.columns WHERE table_name = 'lesson_progress' AND column_name = 'id';
--@ value id_nullable: whether it may be missing
SELECT is_nullable FROM information_schema.columns WHERE table_name = 'lesson_progress' AND column_name = 'id';
--@ value type_of_completed: and of the flag
SELECT data_type FROM information_schema.columns WHERE table_name = 'lesson_progress' AND column_name = 'completed';
