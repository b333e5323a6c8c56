-- drop: what the class was made with
DROP SCHEMA seeding CASCADE
