CREATE TABLE written (at TIME, server TEXT, learner TEXT, score INTEGER);
INSERT INTO written VALUES
  ('09:00', 'berlin', 'Ada', 70), ('09:00', 'berlin', 'Bo', 70), ('10:05', 'berlin', 'Ada', 80),
  ('10:10', 'berlin', 'Ada', 0), ('10:10', 'berlin', 'Bo', 0), ('10:15', 'berlin', 'Bo', 90),
  ('10:20', 'paris', 'Bo', 60), ('10:26', 'berlin', 'Ada', 55);
CREATE FUNCTION on_berlin(who TEXT, until TIME) RETURNS INTEGER LANGUAGE sql RETURN (
  SELECT score FROM written WHERE learner = who AND server = 'berlin' AND at <= until ORDER BY at DESC LIMIT 1
);
CREATE FUNCTION on_paris(who TEXT, until TIME) RETURNS INTEGER LANGUAGE sql RETURN (
  SELECT score FROM written
  WHERE learner = who AND at <= until AND (server = 'paris' OR at <= '10:14')
  ORDER BY at DESC LIMIT 1
);
