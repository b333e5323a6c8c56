-- split_part takes one piece by its number: a list that is longer loses its end. A function that gives a row for each piece loses none.
-- has: split_part
-- says: missing rows
CREATE TABLE invited (course TEXT, email TEXT, PRIMARY KEY (course, email));
INSERT INTO invited
SELECT course, lower(trim(split_part(emails, ',', n))) FROM invitation CROSS JOIN generate_series(1, 5) AS n
WHERE trim(split_part(emails, ',', n)) <> ''
ON CONFLICT DO NOTHING;
