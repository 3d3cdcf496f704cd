-- What dbmate 2.36.0 left in PostgreSQL 15 after its first migration, as pg_dump writes it.

CREATE TABLE public.a (
    id integer
);

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);

INSERT INTO public.schema_migrations VALUES ('20260101000000');

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

