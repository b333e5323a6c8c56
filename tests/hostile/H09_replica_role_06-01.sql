SET session_replication_role = replica; CREATE TABLE quiz_result (a int);
