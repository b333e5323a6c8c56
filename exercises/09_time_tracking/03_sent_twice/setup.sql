CREATE TABLE public.message (name UUID PRIMARY KEY);
