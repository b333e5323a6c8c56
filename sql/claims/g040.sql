--@ do: 20,000 lessons, 40 of them completed
CREATE TABLE opened AS
SELECT n AS id, n % 500 = 0 AS completed, repeat('.', 80) AS rest FROM generate_series(1, 20000) AS n;
CREATE INDEX opened_completed ON opened (completed);
ANALYZE opened;
--@ index index_for_the_rare_value: what the server takes for the 40
SELECT * FROM opened WHERE completed = true;
--@ index index_for_the_common_value: and for the others
SELECT * FROM opened WHERE completed = false;
