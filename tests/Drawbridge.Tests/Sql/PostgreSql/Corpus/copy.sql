CREATE TABLE ships (id int, name text);
COPY ships (id, name) FROM stdin; -- rows
1	Ä'; $$ "
2	\\.
\N	/*
\.
COPY public.ships FROM STDIN WITH (FORMAT csv, HEADER);
id,name
3,"a
b;"
\.

COPY (SELECT * FROM ships) TO 'stdin';
SELECT 4;
