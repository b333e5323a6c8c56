-- The rows are right today; without a key the next INSERT brings the same pair again.
-- says: accepted, but should be refused: the same address twice in a course
CREATE TABLE invited (course TEXT NOT NULL, email TEXT NOT NULL);
INSERT INTO invited SELECT DISTINCT course, lower(trim(piece)) FROM invitation, string_to_table(emails, ',') AS piece
WHERE trim(piece) <> '';
