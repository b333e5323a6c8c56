--@ do: the three times of the example, and three in the afternoon of the day before
CREATE TABLE began (seen TEXT, first_started_at TIMESTAMP WITH TIME ZONE);
INSERT INTO began
VALUES ('in New York', '2025-11-02 15:00-05'), ('in UTC', '2025-11-02 20:00+00'),
       ('in Tokyo', '2025-11-03 05:00+09'), ('by name', '2025-11-02 15:00 America/New_York'),
       ('the day before', '2025-11-01 15:00 America/New_York');
--@ value instants: how many different ones the first four are
SELECT count(DISTINCT first_started_at) FROM began WHERE seen <> 'the day before';
--@ value hours_from_UTC_the_day_before: how far New York was from UTC then
SELECT extract(hour FROM (first_started_at AT TIME ZONE 'America/New_York')
                         - (first_started_at AT TIME ZONE 'UTC'))
FROM began WHERE seen = 'the day before';
