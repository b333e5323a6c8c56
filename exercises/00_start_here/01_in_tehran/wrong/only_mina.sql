-- That counts who is called Mina, not who lives where she does.
-- says: missing rows
-- says: extra rows
SELECT count(*) AS learners FROM users WHERE name = 'Mina'
