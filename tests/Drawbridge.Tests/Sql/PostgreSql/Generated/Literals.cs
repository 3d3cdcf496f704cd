namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>Every form in which PostgreSQL writes a constant or a name, with contents made to mislead.</summary>
internal sealed class Literals(Random random, Reach reach)
{
    private static readonly string[] Traps =
    [
        ";", "'", "\"", "--", "/*", "*/", "$$", "$a$", "$", "\\", "\\\\", "\n", "\r", "\r\n", "\t", "(", ")", " ",
        "é", "😀", "e\u0301", "END", "; END", "BEGIN ATOMIC", "\n\\.\n", "x",
    ];

    private static readonly string[] Tags = ["", "a", "A", "_1", "größe", "é😀", "e1_"];

    private static readonly string[] LineBreaks = ["\n", "\r", "\r\n", " \t\n ", " -- ; '\n", "-- $$\r\n\t"];

    /// <summary>Any constant in quotes.</summary>
    public string Constant() => random.Next(10) switch
    {
        0 => Standard(Pick(["N", "n"])),
        1 => $"{Pick(["B", "b", "X", "x"])}'{Content().Replace('\'', '1')}'",
        _ => String(),
    };

    public string String() => random.Next(8) switch
    {
        0 => Standard(""),
        1 => $"{Standard("")}{Pick(LineBreaks)}{Standard("")}",
        2 => Escape(),
        3 when reach == Reach.Server => $"{Escape()}{Pick(LineBreaks)}{Escape()[1..]}",
        4 => Unicode('\'', ""),
        5 => Unicode('\'', " UESCAPE '!'"),
        _ => Dollar(),
    };

    public string Identifier() => random.Next(8) switch
    {
        0 => $"\"x{Doubled(Content(), '"')}\"",
        1 => Unicode('"', ""),
        _ => Pick(["a", "_b", "größe", "c$1", "d$$", "\"E\"", "e", "u", "x😀", "abc"]),
    };

    public string Number() => Pick(["1", "1.5", ".5", "2.", "1e10", "1E-5", "0"]);

    public string Dollar()
    {
        var mark = $"${Pick(Tags)}$";
        var content = Content();
        var isClosedEarly = (content + mark).IndexOf(mark, StringComparison.Ordinal) < content.Length;
        return mark + (isClosedEarly ? content.Replace('$', '€') : content) + mark;
    }

    private string Standard(string prefix) => $"{prefix}'{Doubled(Content(), '\'')}'";

    private string Escape()
    {
        var quote = Pick(["''", "\\'"]);
        return $"{Pick(["E", "e"])}'{Doubled(Content(), '\\').Replace("'", quote, StringComparison.Ordinal)}'";
    }

    /// <summary>A backslash begins an escape here unless another character does.</summary>
    private string Unicode(char quote, string escape)
    {
        var content = escape.Length > 0 ? $"{Content()}!0041" : $"{Doubled(Content(), '\\')}\\0041";
        return $"{Pick(["U", "u"])}&{quote}{Doubled(content, quote)}{quote}{escape}";
    }

    private static string Doubled(string text, char character) =>
        text.Replace($"{character}", $"{character}{character}", StringComparison.Ordinal);

    private string Content() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pick(Traps)));

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
