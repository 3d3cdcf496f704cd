using Drawbridge.Tests.Shared;

namespace Drawbridge.Tests.Sql.PostgreSql.Fuzzing;

/// <summary>Scripts to damage: the files below <c>Corpus</c>, small and each full of one thing.</summary>
internal static class Corpus
{
    private const string Folder = "tests/Drawbridge.Tests/Sql/PostgreSql/Corpus";

    public static IReadOnlyList<string> Texts { get; } =
    [
        .. from file in Directory.EnumerateFiles(Repository.PathOf(Folder), "*.sql").Order()
           select File.ReadAllText(file),
    ];
}
