CREATE TABLE widgets (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku text NOT NULL UNIQUE CHECK (sku ~ '^[A-Z]{3}-[0-9]{3}$'),
    name text NOT NULL,
    price_cents integer NOT NULL CHECK (price_cents >= 0),
    added_by bigint REFERENCES users (id)
);

CREATE INDEX widgets_added_by_idx ON widgets (added_by);

COMMENT ON COLUMN widgets.price_cents IS 'Cents; money never meets floating point.';
