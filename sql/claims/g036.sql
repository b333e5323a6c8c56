--@ do: one name in three types
CREATE TABLE names (short VARCHAR(20), guide VARCHAR(255), free TEXT);
INSERT INTO names VALUES ('lesson-001', 'lesson-001', 'lesson-001');
--@ value same_bytes: as stored
SELECT pg_column_size(short) = pg_column_size(guide) AND pg_column_size(guide) = pg_column_size(free)
FROM names;
