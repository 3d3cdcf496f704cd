ALTER TABLE agents ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON agents FOR SELECT USING (name = current_setting('harbour.agent', true));
CREATE POLICY office ON agents TO PUBLIC USING (current_setting('harbour.office', true) = 'yes') WITH CHECK (true);
