-- Who is invited belongs to a course of invitation: the reference asks more than the question, and refuses nothing that it allows.
CREATE TABLE invited (
  email TEXT,
  course TEXT REFERENCES invitation,
  PRIMARY KEY (email, course)
);
INSERT INTO invited (course, email)
SELECT course, lower((regexp_matches(emails, '[^,[:space:]]+', 'g'))[1]) FROM invitation ON CONFLICT DO NOTHING;
