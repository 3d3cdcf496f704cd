-- As Rails 8 writes it.
CREATE TABLE "schema_migrations" ("version" character varying NOT NULL PRIMARY KEY);
CREATE TABLE "ar_internal_metadata" (
    "key" character varying NOT NULL PRIMARY KEY,
    "value" character varying,
    "created_at" timestamp(6) NOT NULL,
    "updated_at" timestamp(6) NOT NULL
);
INSERT INTO "schema_migrations" (version) VALUES ('20260101000000');
