-- says: could not run
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (user_id, course_id)
) PARTITION BY RANGE (at);
