INSERT INTO ships (imo_number, name, flag, length_overall) VALUES
    (E'9074729\x20', 'Ægir; the second', 'DK', 120.5),
    ('9319466', 'O''Leary', 'IE', 98),
    ('9395044', $$Dollar $1$$, 'LR', 333.33);
UPDATE ships SET imo_number = trim(imo_number);
