ALTER TABLE agents DROP COLUMN nicknames;
ALTER TABLE pilots RENAME TO harbour_pilots;
ALTER INDEX pilots_pkey RENAME TO harbour_pilots_pkey;
