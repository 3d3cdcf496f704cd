ALTER TABLE ships ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', name || ' ' || imo_number)) STORED;
CREATE INDEX ships_search ON ships USING gin (search);
