INSERT INTO invitation (course, emails) VALUES
  (:text_p, upper(:text_m) || '@example.org,  ' || :text_n || '@example.org'), (:text_q, :text_n || '@example.org'),
  (:text_r, :text_o || '@localhost, ' || :text_o || '+' || :text_n || '@example.org'),
  ('Art history', (SELECT string_agg(n || '@example.org', ',') FROM generate_series(1, 12) AS n));
