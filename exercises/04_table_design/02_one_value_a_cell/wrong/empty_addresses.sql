-- says: extra rows: who is invited
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited SELECT DISTINCT course, lower(trim(piece)) FROM invitation, string_to_table(emails, ',') AS piece;
