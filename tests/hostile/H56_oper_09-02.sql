CREATE FUNCTION w(anyarray, anyarray) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN LOOP END LOOP; END'; CREATE OPERATOR && (LEFTARG = anyarray, RIGHTARG = anyarray, FUNCTION = w); SELECT 1;
