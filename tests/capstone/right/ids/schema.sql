-- A UUID names each row. The quiz stands in an answer too, so that two foreign keys can insist on one quiz for both.
CREATE TABLE quiz (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id UUID NOT NULL REFERENCES courses (id) ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (title <> ''),
  pass_mark INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 100),
  most_attempts INTEGER CHECK (most_attempts > 0),
  UNIQUE (course_id, title)
);

CREATE TABLE question (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  quiz_id UUID NOT NULL REFERENCES quiz (id) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place > 0),
  wording TEXT NOT NULL CHECK (wording <> ''),
  points INTEGER NOT NULL CHECK (points > 0),
  UNIQUE (quiz_id, place),
  UNIQUE (id, quiz_id)
);

CREATE TABLE attempt (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  quiz_id UUID NOT NULL REFERENCES quiz (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  handed_in_at TIMESTAMPTZ CHECK (handed_in_at >= started_at),
  UNIQUE (user_id, quiz_id, number),
  UNIQUE (id, quiz_id)
);
CREATE UNIQUE INDEX attempt_open ON attempt (user_id, quiz_id) WHERE handed_in_at IS NULL;
CREATE INDEX attempt_quiz_handed_in ON attempt (quiz_id, handed_in_at);

CREATE TABLE answer (
  attempt_id UUID NOT NULL,
  question_id UUID NOT NULL,
  quiz_id UUID NOT NULL,
  points INTEGER CHECK (points >= 0),
  PRIMARY KEY (attempt_id, quiz_id, question_id),
  FOREIGN KEY (attempt_id, quiz_id) REFERENCES attempt (id, quiz_id) ON DELETE CASCADE,
  FOREIGN KEY (question_id, quiz_id) REFERENCES question (id, quiz_id) ON DELETE RESTRICT
);
CREATE INDEX answer_question ON answer (question_id, quiz_id) INCLUDE (points);
