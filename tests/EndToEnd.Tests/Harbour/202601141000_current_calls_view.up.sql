CREATE VIEW current_calls AS
    SELECT c.id, s.name AS ship, c.berth_code AS berth, c.arrived_at
    FROM port_calls AS c JOIN ships AS s ON s.id = c.ship_id
    WHERE c.arrived_at IS NOT NULL AND c.left_at IS NULL;
COMMENT ON VIEW current_calls IS 'Ships that lie in port; those at sea are not shown.';
