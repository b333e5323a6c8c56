CREATE TABLE public.workshop (course_id UUID PRIMARY KEY, places INTEGER NOT NULL);
CREATE TABLE public.place (course_id UUID NOT NULL, user_id UUID NOT NULL, PRIMARY KEY (course_id, user_id));
