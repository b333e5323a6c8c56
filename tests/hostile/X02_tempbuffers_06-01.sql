-- temp_buffers of terabytes: the descriptors are allocated and filled at the first temp table, in a loop that looks at no signal
SET temp_buffers = '1500GB';
CREATE TEMP TABLE filler (a int);
INSERT INTO filler VALUES (1);
CREATE TABLE quiz_result (user_id UUID);
