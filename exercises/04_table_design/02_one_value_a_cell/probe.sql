--@ rows: who is invited
SELECT course, email FROM invited;

--@ rows: the list is left as it is
SELECT course, emails FROM invitation;

--@ accepted: an address in another course
INSERT INTO invited (course, email) VALUES (:text_c, 'ada@example.org'), (:text_d, 'ada@example.org');

--@ refused 23505: the same address twice in a course
INSERT INTO invited (course, email) VALUES (:text_c, 'ada@example.org'), (:text_c, 'ada@example.org');

--@ refused 23502: nobody is invited
INSERT INTO invited (course, email) VALUES (:text_c, NULL);

--@ refused 23502: to no course
INSERT INTO invited (course, email) VALUES (NULL, 'ada@example.org');
