--@ value uuid_bytes: an id of the class
SELECT pg_column_size(id) FROM users LIMIT 1;
--@ value integer_bytes: a number of the class
SELECT pg_column_size(attempts) FROM lesson_progress LIMIT 1;
--@ value bigint_bytes: a longer number
SELECT pg_column_size(attempts::BIGINT) FROM lesson_progress LIMIT 1;
--@ do: a hundred thousand rows with numbers, and as many with version 4
CREATE TABLE by_bigint (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, made INT);
INSERT INTO by_bigint (made) SELECT generate_series(1, 100000);
CREATE TABLE by_v4 (id UUID PRIMARY KEY);
INSERT INTO by_v4 SELECT gen_random_uuid() FROM generate_series(1, 100000);
--@ value v4_index_is_larger: by a fifth at least
SELECT pg_relation_size('by_v4_pkey') >= 1.2 * pg_relation_size('by_bigint_pkey');
--@ value v7_index_is_larger: the same of version 7
CREATE TABLE by_v7 (id UUID PRIMARY KEY);
INSERT INTO by_v7 SELECT uuidv7() FROM generate_series(1, 100000);
SELECT pg_relation_size('by_v7_pkey') >= 1.2 * pg_relation_size('by_bigint_pkey');
