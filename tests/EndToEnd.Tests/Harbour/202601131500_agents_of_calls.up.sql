ALTER TABLE port_calls ADD COLUMN agent_id uuid;
ALTER TABLE port_calls
    ADD CONSTRAINT port_calls_agent FOREIGN KEY (agent_id) REFERENCES agents (id) DEFERRABLE INITIALLY DEFERRED;
