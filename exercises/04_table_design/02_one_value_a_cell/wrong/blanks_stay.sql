-- says: missing rows: who is invited
-- says: extra rows: who is invited
-- says: off by capitals or blanks: who is invited: in column 2 (email)
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited SELECT DISTINCT course, lower(piece) FROM invitation, string_to_table(emails, ',') AS piece WHERE piece <> '';
