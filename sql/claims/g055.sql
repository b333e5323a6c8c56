--@ sqlstate line_alone: a line by itself
first_started_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP;
--@ sqlstate in_create_table: inside a CREATE TABLE
CREATE TABLE timed (
  user_id UUID NOT NULL REFERENCES users(id),
  first_started_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  last_accessed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  completed_at TIMESTAMP WITH TIME ZONE
);
