using System.Text;

namespace Drawbridge.Chaos.Scripts;

/// <summary>Makes scripts of every kind that the engine treats in its own way. The same seed makes the same ones.</summary>
public sealed class ScriptGenerator
{
    private readonly Random _random;
    private readonly List<GeneratedScript> _scripts = [];
    private readonly List<int> _tables = [];

    private ScriptGenerator(int seed) => _random = new Random(seed);

    /// <summary>One of each kind, in an order that the seed decides, and a repeatable at the end.</summary>
    public static IReadOnlyList<GeneratedScript> OneOfEachKind(int seed)
    {
        var generator = new ScriptGenerator(seed);
        Action[] kinds =
        [
            generator.AddMixed, generator.AddConcurrentIndex, generator.AddCopy, generator.AddTable, generator.AddSlow,
            generator.AddCommitting, generator.AddReplacedIndex,
        ];
        generator.AddTable();
        generator._random.Shuffle(kinds);
        Array.ForEach(kinds, add => add());
        generator.AddRepeatable();
        return generator._scripts;
    }

    /// <summary>A few scripts that are one transaction each.</summary>
    public static IReadOnlyList<GeneratedScript> Transactional(int count)
    {
        var generator = new ScriptGenerator(seed: 0);
        for (var added = 0; added < count; added++)
        {
            generator.AddTable();
        }

        return generator._scripts;
    }

    /// <summary>Scripts that work for so long each, between two notes in the ledger.</summary>
    public static IReadOnlyList<GeneratedScript> Slow(TimeSpan duration, int count = 1)
    {
        var generator = new ScriptGenerator(seed: 0);
        for (var added = 0; added < count; added++)
        {
            generator.AddSlow(duration);
        }

        return generator._scripts;
    }

    private int Next => _scripts.Count + 1;

    private int AnyTable => _tables[_random.Next(_tables.Count)];

    private static string Note(int script, int step) => $"INSERT INTO public.ledger VALUES ('{script}', {step});\n";

    private void AddTable()
    {
        var number = Next;
        var text = new StringBuilder(Note(number, 1))
            .Append($"CREATE TABLE public.t{number} (id bigint GENERATED ALWAYS AS IDENTITY, note text);\n")
            .Append($"INSERT INTO public.t{number} (note) SELECT repeat('x', 20) FROM generate_series(1, {_random.Next(10, 2000)});\n")
            .Append(Note(number, 2));
        _tables.Add(number);
        Add("table", text.ToString(), steps: 2);
    }

    private void AddSlow() => AddSlow(TimeSpan.FromMilliseconds(_random.Next(5, 60)));

    private void AddSlow(TimeSpan duration) =>
        Add("slow", $"{Note(Next, 1)}SELECT pg_sleep({duration.TotalSeconds});\n{Note(Next, 2)}", steps: 2);

    private void AddCopy()
    {
        var steps = _random.Next(1, 50);
        var rows = Enumerable.Range(1, steps).Select(step => $"{Next}\t{step}\n");
        Add("copy", $"COPY public.ledger FROM stdin;\n{string.Concat(rows)}\\.\n", steps);
    }

    private void AddConcurrentIndex()
    {
        var condition = _random.Next(2) == 0 ? "" : "IF NOT EXISTS ";
        AddStepwise("index", $"CREATE INDEX CONCURRENTLY {condition}i{Next} ON public.t{AnyTable} (note);\n", 0, $"i{Next}");
    }

    private void AddMixed()
    {
        var (number, table) = (Next, AnyTable);
        var text = new StringBuilder(Note(number, 1))
            .Append($"CREATE UNIQUE INDEX CONCURRENTLY i{number} ON public.t{table} (id);\n")
            .Append(Note(number, 2))
            .Append($"VACUUM public.t{table};\n")
            .Append(Note(number, 3));
        AddStepwise("mixed", text.ToString(), 3, $"i{number}");
    }

    private void AddReplacedIndex()
    {
        var (number, table) = (Next, AnyTable);
        var text = new StringBuilder($"CREATE INDEX old{number} ON public.t{table} (note);\n")
            .Append($"CREATE INDEX CONCURRENTLY i{number} ON public.t{table} (note, id);\n")
            .Append(Note(number, 1))
            .Append($"DROP INDEX CONCURRENTLY public.old{number};\n")
            .Append(Note(number, 2));
        AddStepwise("replaced_index", text.ToString(), 2, $"i{number}");
    }

    private void AddCommitting()
    {
        var body = $"BEGIN {Note(Next, 1)} COMMIT; {Note(Next, 2)} COMMIT; END";
        var text = $"-- drawbridge: transaction=off\nDO $$ {body.ReplaceLineEndings(" ")} $$;\n";
        _scripts.Add(new GeneratedScript($"{Next}_committing.sql", text, 2) { IsTransactional = false, IsUnknowable = true });
    }

    private void AddRepeatable()
    {
        var path = $"R__view{Next}.sql";
        var text = $"CREATE OR REPLACE VIEW public.v AS SELECT {_random.Next()} AS n;\nINSERT INTO public.ledger VALUES ('{path}', 1);\n";
        _scripts.Add(new GeneratedScript(path, text, 1));
    }

    private void Add(string name, string text, int steps) =>
        _scripts.Add(new GeneratedScript($"{Next}_{name}.sql", text, steps));

    private void AddStepwise(string name, string text, int steps, string index) =>
        _scripts.Add(new GeneratedScript($"{Next}_{name}.sql", text, steps) { IsTransactional = false, Index = index });
}
