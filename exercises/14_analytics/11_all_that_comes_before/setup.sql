CREATE TABLE public.needs (course_id UUID NOT NULL, needs_id UUID NOT NULL, PRIMARY KEY (course_id, needs_id));
INSERT INTO public.needs
SELECT a.id, b.id
FROM (SELECT id, row_number() OVER (ORDER BY title, id) AS n FROM public.courses) AS a
JOIN (SELECT id, row_number() OVER (ORDER BY title, id) AS n FROM public.courses) AS b ON b.n = a.n - 1 OR (a.n % 3 = 0 AND b.n = a.n - 2);
