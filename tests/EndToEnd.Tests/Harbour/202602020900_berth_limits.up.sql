ALTER TABLE berths ADD COLUMN maximum_length numeric(6, 2);
UPDATE berths SET maximum_length = CASE kind WHEN 'quay' THEN 150 ELSE 400 END;
ALTER TABLE berths ALTER COLUMN maximum_length SET NOT NULL;
ALTER TABLE berths ADD CONSTRAINT sensible_length CHECK (maximum_length BETWEEN 5 AND 500) NOT VALID;
ALTER TABLE berths VALIDATE CONSTRAINT sensible_length;
