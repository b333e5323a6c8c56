-- says: rows
CREATE TABLE invited (course TEXT NOT NULL, email TEXT NOT NULL, PRIMARY KEY (course, email));
INSERT INTO invited (course, email)
SELECT DISTINCT i.course, p.email
FROM invitation AS i
CROSS JOIN LATERAL (SELECT regexp_replace(lower(e), '^ | $', '', 'g') AS email FROM string_to_table(i.emails, ',') AS e) AS p
WHERE p.email <> '';
