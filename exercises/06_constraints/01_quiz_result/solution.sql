-- Each rule is stated once, by the constraint that is made for it. The key is the rule "once", and gives NOT NULL.
CREATE TABLE quiz_result (
  user_id UUID,
  lesson_id TEXT,
  attempt INTEGER CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id, attempt)
);
