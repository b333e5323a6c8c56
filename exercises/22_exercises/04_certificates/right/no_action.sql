-- NO ACTION, which is what no words say, stops the delete too. A key of its own beside the rule "once".
CREATE TABLE certificate (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id UUID NOT NULL REFERENCES users ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses,
  percentage SMALLINT NOT NULL,
  issued_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  withdrawn_at TIMESTAMP WITH TIME ZONE,
  reason TEXT,
  UNIQUE (user_id, course_id),
  CONSTRAINT percentage_is_one CHECK (percentage >= 0 AND percentage <= 100),
  CONSTRAINT withdrawn_with_a_reason CHECK (
    (withdrawn_at IS NULL AND reason IS NULL)
    OR (withdrawn_at IS NOT NULL AND reason IS NOT NULL AND withdrawn_at >= issued_at AND length(reason) > 0)
  )
);
