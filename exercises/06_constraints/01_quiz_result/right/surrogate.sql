-- A key of its own beside the rule "once"; NOT NULL is then yours to say.
CREATE TABLE quiz_result (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id UUID NOT NULL,
  lesson_id VARCHAR(255) NOT NULL,
  attempt INT NOT NULL,
  score SMALLINT,
  UNIQUE (lesson_id, user_id, attempt),
  CONSTRAINT attempt_counts CHECK (attempt > 0),
  CONSTRAINT score_is_percentage CHECK (score >= 0 AND score <= 100)
);
