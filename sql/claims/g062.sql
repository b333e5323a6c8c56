--@ value columns_that_name_the_writer: columns of the table that are called so
SELECT count(*) FROM pg_attribute
WHERE attrelid = 'lesson_progress'::REGCLASS AND attnum > 0 AND attname ~ '_by$';
