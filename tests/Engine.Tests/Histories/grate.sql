-- As grate 2.0 writes it.
CREATE SCHEMA "grate";
CREATE TABLE "grate"."ScriptsRun" (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    version_id BIGINT NULL,
    script_name varchar(255) NULL,
    text_of_script text NULL,
    text_hash varchar(512) NULL,
    one_time_script boolean NULL,
    entry_date timestamp NULL,
    modified_date timestamp NULL,
    entered_by varchar(50) NULL,
    CONSTRAINT PK_ScriptsRun_id PRIMARY KEY (id)
);
INSERT INTO "grate"."ScriptsRun" (version_id, script_name, text_of_script, text_hash, one_time_script, entered_by)
VALUES (1, '001_a.sql', 'SELECT 1', 'x', true, 'proof');
