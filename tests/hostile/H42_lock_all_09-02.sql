BEGIN; LOCK TABLE users, courses, lesson_progress IN ACCESS EXCLUSIVE MODE; SELECT 1; 
