CREATE RULE protect AS ON DELETE TO ships DO INSTEAD (INSERT INTO log VALUES (old.id); NOTIFY ships; );
CREATE SCHEMA port AUTHORIZATION harbour_master
  CREATE TABLE piers (id int PRIMARY KEY, length numeric(6, 2) CHECK (length > (0)))
  CREATE VIEW long_piers AS SELECT * FROM piers WHERE length > 100
  GRANT SELECT ON long_piers TO PUBLIC;
((SELECT 1) UNION (SELECT (2))) ORDER BY 1;
