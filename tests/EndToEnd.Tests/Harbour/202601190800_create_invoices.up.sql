CREATE SEQUENCE invoice_number START WITH 10001 INCREMENT BY 1;
CREATE TABLE invoices (
    number bigint PRIMARY KEY DEFAULT nextval('invoice_number'),
    call_id bigint NOT NULL UNIQUE REFERENCES port_calls (id),
    amount_ore bigint NOT NULL,
    issued_on date NOT NULL DEFAULT CURRENT_DATE
);
ALTER SEQUENCE invoice_number OWNED BY invoices.number;
