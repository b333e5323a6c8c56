--@ do: a hundred thousand uuids
CREATE TABLE made AS SELECT gen_random_uuid() AS id FROM generate_series(1, 100000);
--@ value uuids_made: how many
SELECT count(*) FROM made;
--@ value repeats: how many of them came before
SELECT count(*) - count(DISTINCT id) FROM made;
