namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>Damages texts, a little each time, where it misleads readers most.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Fragments =
    [
        "'", "''", "\"", "$$", "$a$", "$", "$1", "E'", "U&'", "U&\"", "N'", "B'", "\\", "\\'", "\\\\", "/*", "*/", "--",
        "\n", "\r", "\r\n", "\t", " ", "\u00a0", "\uFEFF", ";", ";", "(", ")", "[", "]", ",", ".", ":", "::", ":=", "=",
        "+", "-", "@", "1", "1e", "1e-", "0x", "1_0", ".5", "é", "😀", " END ", " END; ", " CASE ", " BEGIN ATOMIC ",
        "CREATE FUNCTION ", "CREATE OR REPLACE PROCEDURE ", " AS ", " RETURN ", "COPY t FROM STDIN;\n", "\n\\.\n",
        "\\restrict k\n", "-- drawbridge: ", "SELECT ", " FROM ", " UESCAPE '!' ", " NOT NULL ", " WITH ", "COMMIT;", "DO ",
    ];

    /// <summary>The text with one to four changes; now and then with a part of the other one.</summary>
    public string Of(string text, string other)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            text = Change(text, other);
        }

        return text;
    }

    private string Change(string text, string other)
    {
        var at = random.Next(text.Length + 1);
        var span = Span(text, at);
        return random.Next(8) switch
        {
            0 => text.Remove(at, span),
            1 => text.Insert(at, text.Substring(at, span)),
            2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, span)),
            3 => text.Insert(at, Part(other)),
            4 => text[..at],
            5 when at < text.Length => text.Remove(at, 1),
            _ => text.Insert(at, Fragments[random.Next(Fragments.Length)]),
        };
    }

    private int Span(string text, int at) => random.Next(Math.Min(text.Length - at, 20) + 1);

    private string Part(string other)
    {
        var at = random.Next(other.Length + 1);
        return other.Substring(at, Span(other, at));
    }
}
