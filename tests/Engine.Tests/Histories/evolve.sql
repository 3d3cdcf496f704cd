-- As Evolve 3.4 writes it.
CREATE TABLE "public"."changelog" (
    id SERIAL PRIMARY KEY NOT NULL,
    type SMALLINT,
    version VARCHAR(50),
    description VARCHAR(200) NOT NULL,
    name VARCHAR(300) NOT NULL,
    checksum VARCHAR(32),
    installed_by VARCHAR(100) NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT now(),
    success BOOLEAN NOT NULL
);
INSERT INTO "public"."changelog" (type, version, description, name, checksum, installed_by, success)
VALUES (0, '1', 'a', 'V1__a.sql', 'D41D8CD98F00B204E9800998ECF8427E', 'proof', true);
