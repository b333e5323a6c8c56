--@ do: the guide's own key from chapter 17, which says nothing
CREATE TABLE of_chapter_17 (user_id UUID REFERENCES users(id));
--@ value rule_of_the_guides_own_key: its rule
SELECT confdeltype::TEXT FROM pg_constraint WHERE conrelid = 'of_chapter_17'::regclass AND contype = 'f';
--@ value written_out: does the server write a NO ACTION that was asked for
CREATE TABLE asks_for_it (user_id UUID REFERENCES users(id) ON DELETE NO ACTION);
SELECT pg_get_constraintdef(oid) LIKE '%NO ACTION%' FROM pg_constraint WHERE conrelid = 'asks_for_it'::regclass AND contype = 'f';
