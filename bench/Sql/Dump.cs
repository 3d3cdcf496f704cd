using System.Text;

namespace Drawbridge.Bench.Sql;

/// <summary>
/// A script like those of pg_dump: tables, functions, rows for COPY, rows in INSERT, comments, indexes and constraints,
/// about as many bytes of each. It is the same on every run.
/// </summary>
internal static class Dump
{
    private const string Preamble = """
        -- PostgreSQL database dump
        SET statement_timeout = 0;
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;
        SELECT pg_catalog.set_config('search_path', '', false);

        """;

    public static string OfMegabytes(int megabytes)
    {
        var dump = new StringBuilder(Preamble);
        for (var number = 0; dump.Length < megabytes << 20; number++)
        {
            AppendTable(dump, number);
            AppendFunction(dump, number);
            AppendRows(dump, number);
            AppendInserts(dump, number);
            AppendConstraints(dump, number);
        }

        return dump.ToString();
    }

    private static void AppendTable(StringBuilder dump, int number) => dump.Append($"""

        --
        -- Name: table_{number}; Type: TABLE; Schema: public; Owner: shop
        --

        CREATE TABLE public.table_{number} (
            id bigint NOT NULL,
            customer_id bigint NOT NULL,
            "Name" character varying(200) DEFAULT 'nobody''s'::character varying NOT NULL,
            state public.order_state DEFAULT 'new'::public.order_state NOT NULL,
            amount numeric(12,2) DEFAULT 0.00 NOT NULL,
            created_at timestamp with time zone DEFAULT now() NOT NULL,
            details jsonb DEFAULT '{"{}"}'::jsonb,
            tags text[] DEFAULT ARRAY[]::text[],
            CONSTRAINT table_{number}_amount_check CHECK ((amount >= (0)::numeric))
        );

        ALTER TABLE public.table_{number} OWNER TO shop;

        COMMENT ON COLUMN public.table_{number}.details IS 'Whatever the shop''s partners send; never read by the shop itself.';

        """);

    private static void AppendFunction(StringBuilder dump, int number)
    {
        dump.Append($"""

            CREATE FUNCTION public.total_{number}(customer bigint) RETURNS numeric
                LANGUAGE plpgsql STABLE
                AS $_$
            DECLARE
                total numeric := 0; -- don't forget: it's in cents
            BEGIN
            """);
        for (var line = 0; line < 20; line++)
        {
            dump.Append($"\n    SELECT total + coalesce(sum(amount), 0) INTO total FROM public.table_{number} WHERE id % 20 = {line};");
        }

        dump.Append("\n    RETURN total;\nEND;\n$_$;\n");
    }

    private static void AppendRows(StringBuilder dump, int number)
    {
        dump.Append($"\nCOPY public.table_{number} (id, customer_id, \"Name\", amount, created_at) FROM stdin;\n");
        for (var row = 0; row < 30; row++)
        {
            dump.Append($"{row}\t{row * number}\tIt's row; {row}\t{row}.50\t2026-11-22 10:{row:00}:00+00\n");
        }

        dump.Append("\\.\n\n");
    }

    private static void AppendInserts(StringBuilder dump, int number)
    {
        for (var row = 0; row < 12; row++)
        {
            dump.Append($"INSERT INTO public.table_{number} (id, customer_id, \"Name\", amount) VALUES ({1000 + row}, {row}, 'It''s row; {row}', {row}.50);\n");
        }
    }

    private static void AppendConstraints(StringBuilder dump, int number) => dump.Append($"""

        ALTER TABLE ONLY public.table_{number}
            ADD CONSTRAINT table_{number}_pkey PRIMARY KEY (id);
        CREATE INDEX table_{number}_customer_id_idx ON public.table_{number} USING btree (customer_id, lower(("Name")::text)) WHERE (amount > (0)::numeric);
        ALTER TABLE ONLY public.table_{number}
            ADD CONSTRAINT table_{number}_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;
        GRANT SELECT,INSERT,UPDATE ON TABLE public.table_{number} TO shop_reader;

        """);
}
