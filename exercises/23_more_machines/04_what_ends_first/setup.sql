CREATE TABLE school AS
SELECT 20000000 AS rows, 6400000000 AS bytes, 2000000 AS more, 64e9 AS disk, 200 AS most, 3 AS reserved,
       12 AS programs, 15 AS pool, 6000 AS learners, 30 AS every, 900 AS beat, 100e9 AS archive;
CREATE FUNCTION days(seconds INTEGER) RETURNS NUMERIC LANGUAGE sql
RETURN (SELECT archive / (learners::numeric / seconds * beat * 86400) FROM school);
