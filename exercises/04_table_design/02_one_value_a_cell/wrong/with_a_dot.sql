-- An address need not have a dot behind the @: root@localhost is one as well. Only an empty piece is none.
-- has: like '%@%.%'
-- says: missing rows
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited
SELECT DISTINCT course, lower(trim(piece)) FROM invitation CROSS JOIN string_to_table(emails, ',') AS piece
WHERE piece LIKE '%@%.%';
