--@ do: a table that numbers its rows
CREATE TABLE arrivals (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL, made INT DEFAULT 0
);
INSERT INTO arrivals (name) VALUES ('Ana');
--@ sqlstate a_failed_insert: somebody without a name
INSERT INTO arrivals (name) VALUES (NULL);
--@ do: somebody with one
INSERT INTO arrivals (name) VALUES ('Li');
--@ steps ids_around_a_failed_insert: the numbers that they have
SELECT id FROM arrivals ORDER BY id;
--@ do: a thousand more, one after the other
INSERT INTO arrivals (name, made) SELECT 'more', n FROM generate_series(1, 1000) AS n ORDER BY n;
--@ value in_the_order_of_inserts: ORDER BY id is the order in which they were made
SELECT array_agg(made ORDER BY id) = array_agg(made ORDER BY made) FROM arrivals WHERE made > 0;
