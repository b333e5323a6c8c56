-- crowd_given: the learners and the courses of the crowd in the course's own tables
INSERT INTO users (id, email, name) SELECT id, n || '@crowd.example.org', 'Learner ' || n FROM crowd_learner;
INSERT INTO courses (id, title, lesson_count) SELECT id, 'Course ' || n, 10 FROM crowd_course
