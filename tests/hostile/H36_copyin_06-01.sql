CREATE TABLE quiz_result (a int); COPY quiz_result FROM STDIN;
