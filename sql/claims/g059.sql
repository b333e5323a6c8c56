--@ do: three in the afternoon in New York
CREATE TABLE began (first_started_at TIMESTAMP WITH TIME ZONE);
INSERT INTO began VALUES ('2025-11-02 15:00 America/New_York');
--@ value in_UTC: as a session in UTC shows it
SET LOCAL TimeZone = 'UTC';
SELECT first_started_at::TEXT FROM began;
--@ value in_New_York: in New York
SET LOCAL TimeZone = 'America/New_York';
SELECT first_started_at::TEXT FROM began;
--@ value in_Tokyo: in Tokyo
SET LOCAL TimeZone = 'Asia/Tokyo';
SELECT first_started_at::TEXT FROM began;
--@ value bytes: how many are kept
SELECT pg_column_size(first_started_at) FROM began;
