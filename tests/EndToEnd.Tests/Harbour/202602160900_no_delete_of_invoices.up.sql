CREATE RULE keep_invoices AS ON DELETE TO invoices DO INSTEAD NOTHING;
COMMENT ON RULE keep_invoices ON invoices IS $$An invoice is never deleted; it is credited.$$;
