INSERT INTO visit (user_id, lesson_id, began_at, noted_at) VALUES
  (:uuid_p, 'joins', :time_a AT TIME ZONE 'UTC', :time_b), (:uuid_p, 'keys', NULL, :time_c), (:uuid_q, 'joins', :time_d AT TIME ZONE 'UTC', :time_a),
  (:uuid_q, 'late', :time_e AT TIME ZONE 'UTC', :time_e - INTERVAL '20 days'), (:uuid_q, 'early', :time_e AT TIME ZONE 'UTC', :time_e + INTERVAL '20 days'),
  -- two visits that are equal in each column, known and not
  (:uuid_p, 'joins', :time_a AT TIME ZONE 'UTC', :time_b), (:uuid_p, 'keys', NULL, :time_c);
