--@ apart: VACUUM cannot stand in a transaction
--@ do: flags that are true for 10, 50 and 90 per cent of the rows, and one that is true for the first tenth
CREATE TABLE flags AS
SELECT *, mod(abs(hashtext(id::text)::bigint), 100) < 10 AS p10,
       mod(abs(hashtext(id::text)::bigint), 100) < 50 AS p50,
       mod(abs(hashtext(id::text)::bigint), 100) < 90 AS p90,
       first_started_at < (SELECT first_started_at FROM lesson_progress
                           ORDER BY first_started_at OFFSET 10000 LIMIT 1) AS together
FROM lesson_progress LIMIT 100000;
--@ do: an index on each
CREATE INDEX flags_p10 ON flags (p10); CREATE INDEX flags_p50 ON flags (p50);
CREATE INDEX flags_p90 ON flags (p90); CREATE INDEX flags_together ON flags (together);
VACUUM ANALYZE flags;
--@ index fetched_at_10: rows of a tenth
SELECT * FROM flags WHERE p10;
--@ index fetched_at_50: rows of a half
SELECT * FROM flags WHERE p50;
--@ index fetched_at_90: rows of nine tenths
SELECT * FROM flags WHERE p90;
--@ index counted_at_90: nine tenths, counted
SELECT count(*) FROM flags WHERE p90;
--@ pages pages_scattered: a tenth, scattered
SELECT * FROM flags WHERE p10;
--@ pages pages_together: a tenth that lies together
SELECT * FROM flags WHERE together;
