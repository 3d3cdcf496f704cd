using Drawbridge.Rules.Fixes;
using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Writes fixes for indexes.</summary>
internal static class IndexEdits
{
    /// <summary>The name that an index has or should have, as a statement writes it.</summary>
    public static string WrittenName(this CreateIndexStatement index) => index.Name?.Text
        ?? NameOf(index.Table, index.Elements.Select(element => element.Column?.Value ?? "expr"));

    /// <summary>The server's name for an index, as a statement writes it.</summary>
    public static string NameOf(QualifiedName table, IEnumerable<string> columns) =>
        PostgreSql.WrittenName.Of(DefaultName.Of(table.Name.Value, columns, "idx"));

    /// <summary>The statement when it builds the index concurrently and can be tried again.</summary>
    public static string Concurrent(this StatementContext at, CreateIndexStatement index)
    {
        var start = index.Name?.Span.End ?? (index.IsConcurrent ? BehindConcurrently(at, index) : index.Keyword.End);
        var create = index.IsUnique ? "CREATE UNIQUE INDEX" : "CREATE INDEX";
        var rest = at.Quote(new TextSpan(start, index.Span.End - start));
        return $"{create} CONCURRENTLY IF NOT EXISTS {index.WrittenName()} {rest}";
    }

    /// <summary>Builds it concurrently, so that it can be tried again.</summary>
    public static TextEdit MakeConcurrent(this StatementContext at, CreateIndexStatement index)
    {
        var words = (index.IsConcurrent ? "" : " CONCURRENTLY") + (index.IfNotExists ? "" : " IF NOT EXISTS")
            + (index.Name is null ? $" {index.WrittenName()}" : "");
        return StatementEdits.Insert(index.IsConcurrent ? BehindConcurrently(at, index) : index.Keyword.End, words);
    }

    /// <summary>Drops each concurrently, which takes one at a time, so that it can be tried again.</summary>
    public static TextEdit DropConcurrently(DropObjectsStatement drop) =>
        new(drop.Span, string.Join("; ", drop.Names.Select(name => $"DROP INDEX CONCURRENTLY IF EXISTS {name.Text}")));

    private static int BehindConcurrently(StatementContext at, CreateIndexStatement index)
    {
        const string Word = "CONCURRENTLY";
        return at.Script.Sql.Text.IndexOf(Word, index.Keyword.End, StringComparison.OrdinalIgnoreCase) + Word.Length;
    }
}
