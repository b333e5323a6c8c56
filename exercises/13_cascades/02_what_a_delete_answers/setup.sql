CREATE TABLE note (progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE);
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users (id), course_id UUID REFERENCES courses (id) ON DELETE SET NULL);
