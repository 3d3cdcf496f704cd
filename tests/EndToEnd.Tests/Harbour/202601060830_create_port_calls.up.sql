CREATE TABLE port_calls (
    id bigserial PRIMARY KEY,
    ship_id integer NOT NULL REFERENCES ships (id) ON DELETE RESTRICT,
    berth_code text REFERENCES berths (code) ON UPDATE CASCADE,
    expected tstzrange NOT NULL,
    arrived_at timestamptz,
    left_at timestamptz,
    CONSTRAINT leaves_after_arriving CHECK (left_at IS NULL OR left_at > arrived_at)
);
