ALTER TABLE ships RENAME COLUMN length_metres TO length_overall;
CREATE OR REPLACE FUNCTION price_of_call(wanted bigint) RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT greatest(t.minimum_ore, (t.per_metre_ore * s.length_overall)::bigint)
    FROM port_calls c
    JOIN ships s ON s.id = c.ship_id
    JOIN tariffs t ON t.valid @> c.arrived_at::date
    WHERE c.id = wanted;
END;
