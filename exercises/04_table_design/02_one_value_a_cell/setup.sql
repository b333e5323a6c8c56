CREATE TABLE invitation (course TEXT PRIMARY KEY, emails TEXT NOT NULL);
INSERT INTO invitation VALUES
  ('Databases', 'ada@example.org, bo@example.org'),
  ('Python', ' Ada@example.org ,chidi@example.org,ada@example.org'),
  ('Art', ''),
  ('Statistics', 'dana@example.org,, bo@example.org,'),
  ('Photography', ' , ');
