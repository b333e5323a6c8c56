-- No row has an id of its own: a quiz is known by its course and title, a question by its place in it. An answer that names another
-- quiz's question cannot be written down. A title that changes takes its rows along.
CREATE DOMAIN words AS TEXT CHECK (VALUE ~ '\S');

CREATE TABLE quiz (
  course_id UUID REFERENCES courses (id) ON DELETE RESTRICT,
  title words,
  pass_mark SMALLINT NOT NULL CHECK (pass_mark >= 0 AND pass_mark <= 100),
  attempts_allowed SMALLINT CHECK (attempts_allowed >= 1),
  PRIMARY KEY (course_id, title)
);

CREATE TABLE question (
  course_id UUID,
  quiz words,
  place SMALLINT CHECK (place >= 1),
  wording words NOT NULL,
  worth SMALLINT NOT NULL CHECK (worth >= 1),
  PRIMARY KEY (course_id, quiz, place),
  FOREIGN KEY (course_id, quiz) REFERENCES quiz ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE attempt (
  learner_id UUID REFERENCES users (id) ON DELETE CASCADE,
  course_id UUID,
  quiz words,
  number SMALLINT CHECK (number >= 1),
  begun_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  handed_in_at TIMESTAMPTZ,
  PRIMARY KEY (learner_id, course_id, quiz, number),
  FOREIGN KEY (course_id, quiz) REFERENCES quiz ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT attempt_in_order CHECK (begun_at <= handed_in_at),
  CONSTRAINT attempt_one_open EXCLUDE (learner_id WITH =, course_id WITH =, quiz WITH =) WHERE (handed_in_at IS NULL)
);
CREATE INDEX attempt_quiz ON attempt (course_id, quiz, handed_in_at);

CREATE TABLE answer (
  learner_id UUID,
  course_id UUID,
  quiz words,
  number SMALLINT,
  place SMALLINT,
  points SMALLINT CHECK (points >= 0),
  PRIMARY KEY (learner_id, course_id, quiz, number, place),
  FOREIGN KEY (learner_id, course_id, quiz, number) REFERENCES attempt ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (course_id, quiz, place) REFERENCES question ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX answer_question ON answer (course_id, quiz, place) INCLUDE (points);
