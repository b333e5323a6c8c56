--@ value times_differ_in_a_transaction: the default of one statement, now() of a later one
INSERT INTO users (email, name) VALUES ('t@example.org', 'T');
SELECT pg_sleep(0.05);
SELECT created_at < now() FROM users WHERE email = 't@example.org';
--@ true: the clock went on all the same
INSERT INTO users (email, name) VALUES ('t@example.org', 'T');
SELECT pg_sleep(0.05);
SELECT created_at < clock_timestamp() FROM users WHERE email = 't@example.org';
