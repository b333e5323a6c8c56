-- The key itself leaves the second one out.
CREATE TABLE invited (course TEXT NOT NULL, email TEXT NOT NULL CHECK (email = lower(email)), UNIQUE (course, email));
INSERT INTO invited (course, email)
SELECT course, lower(piece) FROM invitation, regexp_split_to_table(trim(emails), '\s*,\s*') AS piece
WHERE piece <> ''
ON CONFLICT DO NOTHING;
