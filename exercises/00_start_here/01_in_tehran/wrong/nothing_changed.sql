-- That counts everybody: there is no condition yet. WHERE says which rows you want.
-- says: missing rows
-- says: extra rows
SELECT count(id) AS learners FROM users
