-- A number names each row, and a trigger keeps what no key does: that an answer and its question are of one quiz.
CREATE TABLE quizzes (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  course UUID NOT NULL REFERENCES courses (id),
  name VARCHAR(200) NOT NULL CHECK (length(name) > 0),
  needed NUMERIC(5, 2) NOT NULL CHECK (needed BETWEEN 0 AND 100),
  limit_of_attempts INTEGER CHECK (limit_of_attempts > 0),
  CONSTRAINT quizzes_name_once UNIQUE (course, name)
);

CREATE TABLE questions (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  quiz BIGINT NOT NULL REFERENCES quizzes ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  body TEXT NOT NULL CHECK (body <> ''),
  max_points INTEGER NOT NULL CHECK (max_points > 0),
  UNIQUE (quiz, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE tries (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  learner UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  quiz BIGINT NOT NULL REFERENCES quizzes,
  nth INTEGER NOT NULL CHECK (nth > 0),
  since TIMESTAMPTZ NOT NULL DEFAULT now(),
  until TIMESTAMPTZ,
  CHECK (until >= since),
  UNIQUE (learner, quiz, nth)
);
CREATE UNIQUE INDEX tries_open ON tries (learner, quiz) WHERE until IS NULL;
CREATE INDEX tries_of_quiz ON tries (quiz, until);

CREATE TABLE answers (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  try BIGINT NOT NULL REFERENCES tries ON DELETE CASCADE,
  question BIGINT NOT NULL REFERENCES questions,
  points INTEGER CHECK (points >= 0),
  UNIQUE (try, question)
);
CREATE INDEX answers_of_question ON answers (question) INCLUDE (points);

CREATE FUNCTION same_quiz() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT quiz FROM tries WHERE id = NEW.try) <> (SELECT quiz FROM questions WHERE id = NEW.question) THEN
    RAISE EXCEPTION 'the question is of another quiz' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answers_same_quiz BEFORE INSERT OR UPDATE OF try, question ON answers
FOR EACH ROW EXECUTE FUNCTION same_quiz();
