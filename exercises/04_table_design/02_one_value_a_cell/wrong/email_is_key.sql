-- says: could not run
CREATE TABLE invited (course TEXT NOT NULL, email TEXT PRIMARY KEY);
INSERT INTO invited SELECT DISTINCT course, lower(trim(piece)) FROM invitation, string_to_table(emails, ',') AS piece
WHERE trim(piece) <> '';
