--@ sqlstate uuid_generate_v4: the default as printed
ALTER TABLE lesson_progress ALTER id SET DEFAULT uuid_generate_v4();
--@ sqlstate gen_random_uuid: the function that is built in
ALTER TABLE lesson_progress ALTER id SET DEFAULT gen_random_uuid();
--@ sqlstate uuidv7: the newer one
ALTER TABLE lesson_progress ALTER id SET DEFAULT uuidv7();
