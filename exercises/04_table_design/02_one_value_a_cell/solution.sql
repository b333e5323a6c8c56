-- First the one form, then DISTINCT: what is the same only after trim and lower is the same. The key then keeps it so.
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited (course, email)
SELECT DISTINCT course, lower(trim(piece))
FROM invitation, string_to_table(emails, ',') AS piece
WHERE trim(piece) <> '';
