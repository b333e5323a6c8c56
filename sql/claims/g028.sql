--@ value v4_in_order: an id of version 4 for each user, each above the one before
SELECT bool_and(id > before) FROM (
  SELECT id, lag(id) OVER (ORDER BY made) AS before
  FROM (SELECT row_number() OVER () AS made, gen_random_uuid() AS id FROM users) AS ids
) AS pairs;
--@ value v7_in_order: the same of version 7
SELECT bool_and(id > before) FROM (
  SELECT id, lag(id) OVER (ORDER BY made) AS before
  FROM (SELECT row_number() OVER () AS made, uuidv7() AS id FROM users) AS ids
) AS pairs;
--@ value v7_tells_its_time: each was made within the last second
SELECT bool_and(abs(extract(epoch FROM clock_timestamp() - uuid_extract_timestamp(id))) < 1)
FROM (SELECT uuidv7() AS id FROM users) AS ids;
