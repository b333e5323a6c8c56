--@ sqlstate as_printed: the two lines by themselves
created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP; created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP;
--@ sqlstate each_in_a_table: each in a table of its own
CREATE TABLE good_line (user_id UUID REFERENCES users (id), created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE bad_line (user_id UUID REFERENCES users (id), created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
