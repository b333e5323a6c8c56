-- The addresses are typed in, as they stand there now. Take them from the table: its rows are more than you see, and others tomorrow.
-- has: values
-- says: missing rows
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited (course, email) VALUES
  ('Databases', 'ada@example.org'), ('Databases', 'bo@example.org'), ('Python', 'ada@example.org'),
  ('Python', 'chidi@example.org'), ('Statistics', 'dana@example.org'), ('Statistics', 'bo@example.org');
