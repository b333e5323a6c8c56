-- One join more is one step more. How many steps are there? WITH RECURSIVE goes on until nothing new is found.
-- says: missing rows
SELECT course_id, needs_id FROM needs
UNION
SELECT a.course_id, b.needs_id FROM needs AS a JOIN needs AS b ON b.course_id = a.needs_id
