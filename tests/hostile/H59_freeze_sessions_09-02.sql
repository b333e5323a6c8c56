SELECT length(btrim(repeat('a', 3000000), repeat('b', 400000)||'a'));
