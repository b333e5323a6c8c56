--@ value places_of_avg_alone: the places of an average of Algorithms
SELECT length(split_part(AVG(attempts)::text, '.', 2)) FROM lesson_progress WHERE completed AND course_id = :algorithms;
--@ value places_of_a_rounded_avg: and of a rounded one
SELECT length(split_part(ROUND(AVG(attempts), 1)::text, '.', 2)) FROM lesson_progress
WHERE completed AND course_id = :algorithms;
