-- You list them, a row for each. The question is how many: count(*) makes one row of all.
-- says: columns differ
SELECT name FROM users WHERE time_zone = 'Asia/Tehran'
