DROP VIEW current_calls;
CREATE VIEW current_calls WITH (security_barrier = true) AS
    SELECT c.id, s.name AS ship, b.code AS berth, b.kind, c.arrived_at,
        row_number() OVER (PARTITION BY b.kind ORDER BY c.arrived_at) AS place
    FROM port_calls c JOIN ships s ON s.id = c.ship_id LEFT JOIN berths b ON b.code = c.berth_code
    WHERE c.state = 'in port';
