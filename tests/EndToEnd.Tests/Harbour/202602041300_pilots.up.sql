CREATE TABLE pilots (
    id smallint GENERATED ALWAYS AS IDENTITY (START WITH 100) PRIMARY KEY,
    name text NOT NULL,
    licence_until date NOT NULL
);
CREATE TABLE pilotages (
    call_id bigint REFERENCES port_calls (id) ON DELETE CASCADE,
    pilot_id smallint REFERENCES pilots (id),
    inbound boolean NOT NULL,
    PRIMARY KEY (call_id, inbound)
);
