INSERT INTO users (id, email, name) VALUES (:uuid_p, :text_p, 'Cy');
INSERT INTO note (user_id, body) VALUES (:uuid_p, :text_a), (:uuid_q, :text_b), (:uuid_p, :text_c), (:uuid_r, :text_d);
