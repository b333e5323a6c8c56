CREATE TABLE beat (
  user_id UUID  -- TODO
)
