-- The rows make the table; the rules come after.
CREATE TABLE invited AS
SELECT course, btrim(lower(piece)) AS email FROM invitation CROSS JOIN unnest(string_to_array(emails, ',')) AS piece
GROUP BY 1, 2 HAVING btrim(lower(piece)) <> '';
ALTER TABLE invited ADD PRIMARY KEY (email, course);
