CREATE TABLE ships (
    id serial PRIMARY KEY,
    imo_number text NOT NULL,
    name text NOT NULL,
    flag char(2) NOT NULL DEFAULT 'NO',
    length_metres numeric(6, 2) NOT NULL
);
CREATE UNIQUE INDEX ships_imo_number ON ships (imo_number);
