--@ rows: who is invited
-- The rows of `invited` are not one for each address of a course, in lower case and without blanks: the lines above name those that are missing, and those that should not be there.
SELECT course, email FROM invited;

--@ rows: the list is left as it is
-- `invitation` was to stay as it is, and its rows have changed.
SELECT course, emails FROM invitation;

--@ do: two more courses, which invite nobody yet
INSERT INTO invitation (course, emails) VALUES (:text_c, ''), (:text_d, ''), (repeat('long ', 30), '');

--@ accepted: an address in another course
-- One address may be invited to many courses: it is the pair that stands once.
INSERT INTO invited (course, email) VALUES (:text_c, 'ada@example.org'), (:text_d, 'ada@example.org');

--@ refused 23505 or 23P01: the same address twice in a course
-- Nothing makes a pair stand once: course and email together must be unique.
INSERT INTO invited (course, email) VALUES (:text_c, 'ada@example.org'), (:text_c, 'ada@example.org');

--@ refused 23502 or 23514: nobody is invited
-- email is always known, so it must not be NULL.
INSERT INTO invited (course, email) VALUES (:text_c, NULL);

--@ refused 23502 or 23514: to no course
-- course is always known, so it must not be NULL.
INSERT INTO invited (course, email) VALUES (NULL, 'ada@example.org');

--@ accepted: many addresses of one course, and a long name
-- A course has many addresses, and names may be long: a rule or a length of yours is too narrow.
INSERT INTO invited (course, email) VALUES (:text_c, 'ada@example.org'), (:text_c, 'bo@example.org'), (repeat('long ', 30), 'a.very.long.name.of.a.person@some.department.example.org');
