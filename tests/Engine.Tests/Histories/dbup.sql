-- As DbUp 6.1 writes it.
CREATE TABLE "schemaversions" (
    schemaversionsid serial NOT NULL,
    scriptname character varying(255) NOT NULL,
    applied timestamp without time zone NOT NULL,
    CONSTRAINT "PK_schemaversions_Id" PRIMARY KEY (schemaversionsid)
);
INSERT INTO "schemaversions" (scriptname, applied) VALUES ('Shop.Scripts.001_a.sql', now());
