SELECT length(translate(repeat('z', 30000000), repeat('a', 3000000), ''))::text, 1.0
