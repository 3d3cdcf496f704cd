CREATE TYPE call_state AS ENUM ('announced', 'in port', 'left');
ALTER TABLE port_calls ADD COLUMN state call_state;
UPDATE port_calls SET state = (CASE
    WHEN left_at IS NOT NULL THEN 'left'
    WHEN arrived_at IS NOT NULL THEN 'in port'
    ELSE 'announced' END)::call_state;
ALTER TABLE port_calls ALTER COLUMN state SET DEFAULT 'announced', ALTER COLUMN state SET NOT NULL;
CREATE INDEX port_calls_open ON port_calls (berth_code) WHERE state <> 'left';
