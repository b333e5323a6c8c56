-- Your count takes in other zones of Asia. Compare the whole name with =.
-- says: missing rows
-- says: extra rows
SELECT count(*) AS learners FROM users WHERE time_zone LIKE 'Asia/%'
