using System.Globalization;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Finds the row below a COPY statement that the server refused.</summary>
internal static class CopyRow
{
    private const string Copy = "COPY ";

    /// <summary>
    /// Where the row begins that the context names: <c>COPY users, line 3, column id: "x"</c>. Each translation has the
    /// table, then the number. Null when there is none.
    /// </summary>
    public static int? Find(SqlScript script, SqlStatement statement, string? context)
    {
        if (statement is not { CopyData: { } data, Syntax: CopyStatement { Table.Name.Value: var table } })
        {
            return null;
        }

        var numbers = (context ?? "").Split('\n').Select(line => NumberIn(line, table));
        return numbers.FirstOrDefault(number => number is not null) is { } row
            ? StartOf(row, script.Text.AsSpan(data.Offset, data.Length)) + data.Offset
            : null;
    }

    private static int? NumberIn(string line, string table)
    {
        var start = line.StartsWith(Copy, StringComparison.Ordinal) ? Copy.Length : 0;
        var rest = line.AsSpan(start);
        if (!rest.StartsWith(table, StringComparison.Ordinal))
        {
            return null;
        }

        rest = rest[table.Length..];
        var from = rest.IndexOfAnyInRange('0', '9');
        rest = from < 0 ? [] : rest[from..];
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? rest : rest[..length];
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The server ends rows as the first one ends: a CR between line feeds is part of a value.</summary>
    private static int? StartOf(int row, ReadOnlySpan<char> rows)
    {
        var end = rows.Contains('\n') ? '\n' : '\r';
        var at = 0;
        for (var number = 1; number < row; number++)
        {
            var length = rows[at..].IndexOf(end);
            if (length < 0)
            {
                return null;
            }

            at += length + 1;
        }

        return at;
    }
}
