/* Prices by length /* and, nested, by season; */ in whole øre. */
CREATE TABLE tariffs (
    valid daterange NOT NULL,
    per_metre_ore bigint NOT NULL,
    minimum_ore bigint GENERATED ALWAYS AS (per_metre_ore * 10) STORED,
    PRIMARY KEY (valid)
);
INSERT INTO tariffs (valid, per_metre_ore) VALUES ('[2026-01-01,2026-07-01)', 4200), ('[2026-07-01,)', 4450);
