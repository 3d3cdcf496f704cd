ALTER TABLE ships ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE port_calls ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
