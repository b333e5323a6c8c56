-- says: could not run
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited
SELECT course, lower(trim(piece)) FROM (
  SELECT DISTINCT course, string_to_table(emails, ',') AS piece FROM invitation
) AS pieces WHERE trim(piece) <> '';
