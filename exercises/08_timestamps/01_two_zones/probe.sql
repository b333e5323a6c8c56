--@ do: Ana writes, in New York
CREATE TABLE noted (who TEXT, at TIMESTAMPTZ, wall TIMESTAMP);
SET timezone = 'America/New_York';
INSERT INTO noted VALUES ('Ana', '2026-01-10 08:00', '2026-01-10 08:00');

--@ do: Ben comes, in Tokyo
SET timezone = 'Asia/Tokyo';

--@ value a: Ben reads what Ana wrote
SELECT to_char(at, 'HH24:MI') FROM noted;

--@ value b: Ben reads the wall
SELECT to_char(wall, 'HH24:MI') FROM noted;

--@ do: Ben writes the same line
INSERT INTO noted VALUES ('Ben', '2026-01-10 08:00', '2026-01-10 08:00');

--@ value c: hours between the two in at
SELECT extract(epoch FROM max(at) - min(at)) / 3600 FROM noted;

--@ value d: hours between the two in wall
SELECT extract(epoch FROM max(wall) - min(wall)) / 3600 FROM noted;

--@ do: Ana reads
SET timezone = 'America/New_York';

--@ value e: Ana reads what Ben wrote
SELECT to_char(at, 'HH24:MI') FROM noted WHERE who = 'Ben';

--@ do: Ben writes a zone that the column does not have
SET timezone = 'Asia/Tokyo';
UPDATE noted SET wall = '2026-01-10 08:00+00' WHERE who = 'Ben';

--@ value f: Ben reads the wall
SELECT to_char(wall, 'HH24:MI') FROM noted WHERE who = 'Ben';
