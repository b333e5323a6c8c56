-- A list of one address has no comma, and is a list all the same.
-- has: like '%,%'
-- says: missing rows
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited
SELECT DISTINCT course, lower(trim(piece)) FROM invitation CROSS JOIN string_to_table(emails, ',') AS piece
WHERE emails LIKE '%,%' AND trim(piece) <> '';
