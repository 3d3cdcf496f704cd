INSERT INTO agents (name, contact) VALUES ('Sørensen & Co', 'office@example.com');
INSERT INTO port_calls (ship_id, berth_code, expected, arrived_at, agent_id, state)
    SELECT ships.id, 'A2', '[2026-02-18 06:00+00,2026-02-19 18:00+00)', '2026-02-18 06:30+00', agents.id, 'in port'
    FROM ships, agents WHERE ships.name = 'O''Leary';
UPDATE port_calls SET left_at = '2026-02-19 17:00+00', state = 'left';
