namespace Drawbridge.Bench.Peers.Corpora;

/// <summary>
/// One small insert a script, which costs the server next to nothing: what is left is the tool's own.
/// </summary>
internal static class CheapCorpus
{
    public const string Name = "cheap";

    private const string Evidence = "SELECT count(*) FROM event";

    /// <summary>A table, then a row of it with each script.</summary>
    public static Corpus Of(int count) =>
        new(Name, [.. Enumerable.Range(1, count).Select(Script)], Evidence, count - 1);

    private static CorpusScript Script(int number) => number == 1
        ? new CorpusScript(number, "create_event", ["CREATE TABLE event (id integer PRIMARY KEY, name text NOT NULL);"])
        : new CorpusScript(number, "add_event", [$"INSERT INTO event (id, name) VALUES ({number}, 'event {number}');"]);
}
