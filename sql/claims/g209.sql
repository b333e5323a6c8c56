--@ do told: what EXPLAIN says of a query, line by line
CREATE VIEW not_in AS
SELECT DISTINCT user_id FROM lesson_progress
WHERE first_started_at > now() - INTERVAL '30 days' AND user_id NOT IN (
  SELECT user_id FROM lesson_progress WHERE completed_at > now() - INTERVAL '30 days'
);
--@ value hashed_by_default: whether the list is kept in a hash table
SET LOCAL work_mem = '4MB';
SELECT bool_or(line LIKE '%hashed SubPlan%') FROM told('SELECT * FROM not_in') AS line;
--@ value hashed_with_little_memory: the same with little memory
SET LOCAL work_mem = '64kB';
SELECT bool_or(line LIKE '%hashed SubPlan%') FROM told('SELECT * FROM not_in') AS line;
