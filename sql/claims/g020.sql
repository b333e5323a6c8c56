--@ sqlstate lines_alone: the two lines by themselves
user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE
course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE;
--@ sqlstate in_create_table: inside a CREATE TABLE
CREATE TABLE scratch (
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE
);
--@ value delete_rule: what the course's table has for ON DELETE
SELECT confdeltype::TEXT FROM pg_constraint WHERE conname = 'lesson_progress_user_id_fkey';
