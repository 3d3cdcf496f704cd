CREATE TYPE cargo_kind AS ENUM ('bulk', 'container', 'liquid');
CREATE TABLE cargo (
    id bigserial PRIMARY KEY,
    call_id bigint NOT NULL REFERENCES port_calls (id) ON DELETE CASCADE,
    kind cargo_kind NOT NULL,
    tonnes numeric(12, 3) NOT NULL CHECK (tonnes > 0),
    note text
);
CREATE INDEX cargo_call_id ON cargo USING btree (call_id);
