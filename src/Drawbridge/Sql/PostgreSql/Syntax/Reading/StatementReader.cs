using System.Collections.Frozen;

namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads any statement: what it does not understand is an <see cref="OtherStatement"/>.</summary>
internal static class StatementReader
{
    private static readonly FrozenDictionary<string, Func<TokenReader, StatementSyntax?>>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord =
        new Dictionary<string, Func<TokenReader, StatementSyntax?>>
        {
            ["CREATE"] = CreateReader.Read,
            ["ALTER"] = AlterReader.Read,
            ["DROP"] = DropReader.Read,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static StatementSyntax Read(string script, TextSpan span)
    {
        var reader = new TokenReader(script, span);
        var firstWord = reader.Text;
        return ByFirstWord.TryGetValue(firstWord, out var read) && read(reader) is { } statement
            ? statement
            : new OtherStatement(span, reader.Kind == TokenKind.Word ? firstWord.ToString().ToUpperInvariant() : "");
    }
}
