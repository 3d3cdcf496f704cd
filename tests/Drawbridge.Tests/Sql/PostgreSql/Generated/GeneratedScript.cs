using System.Text;

namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>A script of which is known, from how it was put together, what a reader must find in it.</summary>
/// <param name="Text">The script.</param>
/// <param name="Statements">Its statements, in order.</param>
internal sealed record GeneratedScript(string Text, IReadOnlyList<GeneratedStatement> Statements)
{
    private static readonly string[] Ends = [";", ";", ";", " ;", "\n;", " -- ;\n;", "/* ; */;", ";;", "; ;\n;"];
    private static readonly string[] Rows =
        ["1\t2\n", "';$$(--\n", "\\\\.\n", " \\.\n", "\\.x\n", "\r\n", "é😀\n", "/*\r\n", "\\.\\.\n"];


    /// <summary>The same script for the same seed.</summary>
    public static GeneratedScript Of(int seed, Reach reach)
    {
        var random = new Random(seed);
        var grammar = new Grammar(random, reach);
        var text = new StringBuilder(random.Next(8) == 0 ? "\uFEFF" : "");
        var statements = new List<GeneratedStatement>();
        for (var rest = random.Next(1, 8); rest > 0; rest--)
        {
            text.Append(random.Next(2) == 0 ? "" : grammar.Gap());
            var hasRows = random.Next(10) == 0;
            var statement = hasRows ? grammar.CopyFromStdin() : grammar.Statement();
            var offset = text.Length;
            text.Append(statement);
            text.Append(rest == 1 && random.Next(2) == 0 ? "" : hasRows ? ";" : Ends[random.Next(Ends.Length)]);
            statements.Add(new GeneratedStatement(statement, offset, hasRows ? AppendRows(text, random) : null));
        }

        return new GeneratedScript(text.Append(grammar.Gap()).ToString(), statements);
    }

    private static string AppendRows(StringBuilder text, Random random)
    {
        if (text[^1] != ';')
        {
            return "";
        }

        var rows = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Rows[random.Next(Rows.Length)]));
        text.Append(random.Next(3) == 0 ? " -- ; '\r\n" : "\n");
        text.Append(rows).Append(random.Next(2) == 0 ? "\\.\n" : "\\.\r\n");
        return rows;
    }
}
