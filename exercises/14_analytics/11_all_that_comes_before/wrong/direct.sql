-- These are the courses that are needed directly. What *they* need is missing: the next step keeps the course that asks, and goes on from what was found last.
-- says: missing rows
SELECT course_id, needs_id FROM needs
