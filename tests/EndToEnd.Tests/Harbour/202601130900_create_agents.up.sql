CREATE DOMAIN email AS text CHECK (VALUE ~* '^[^@\s]+@[^@\s]+$');
CREATE TABLE agents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    contact email NOT NULL,
    nicknames text[] NOT NULL DEFAULT '{}',
    settings jsonb NOT NULL DEFAULT '{"notify": ["arrival", "departure"], "quote": "it''s; fine"}'
);
CREATE INDEX agents_settings ON agents USING gin (settings jsonb_path_ops);
