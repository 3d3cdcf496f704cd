namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>
/// Statements that PostgreSQL's grammar accepts, with hostile whitespace and comments between their tokens; what they
/// name need not exist.
/// </summary>
internal sealed class Grammar(Random random, Reach reach)
{
    private const int Deepest = 3;

    private static readonly string[] Gaps =
    [
        " ", " ", " ", " ", "\n", "\r\n", "\r", "\t", "\f", " -- ; ' $$ /* (\n", "\n--\r",
        " /* ; ' $$ \" ( */ ", "\t/* /* ; */ -- */\r\n", " /***/ ", " /*/ ; /**/*/ ",
    ];

    private static readonly string[] Operators =
    [
        "+", "-", "*", "/", "<>", "||", "@>", "<@", "?|", "~~*", "#>>", "!~", "%", "^", "->>", "IS DISTINCT FROM",
        "+--;\n", "*/* ; */", "-/**/", "@>/*;*/", "<--'\n",
    ];

    private static readonly string[] Labels = ["AS a", "AS \";\""];
    private static readonly string[] Keywords = ["AS end", "AS begin", "AS case", "end", "case"];

    private readonly Literals _literals = new(random, reach);
    private readonly string[] _labels = reach == Reach.Psql ? Labels : [.. Labels, .. Keywords];

    /// <summary>Between two tokens, and harmless anywhere outside of them.</summary>
    public string Gap() => Pick(Gaps);

    public string Statement() => random.Next(20) switch
    {
        0 => Words("INSERT", "INTO", Name(), Listed(Identifier()), "VALUES", Listed(Expression(), Expression())),
        1 => Words("UPDATE", Name(), "SET", Identifier(), "=", Expression(), "WHERE", Expression()),
        2 => Words("DELETE", "FROM", Name(), "WHERE", Expression(), "RETURNING", "*"),
        3 => Words("CREATE", "TABLE", Name(), Listed(Words(Identifier(), "text", "DEFAULT", Expression()), Check())),
        4 => Words(Function("FUNCTION"), "LANGUAGE", "plpgsql", "AS", _literals.Dollar()),
        5 or 6 => AtomicBody(),
        7 => Words("CREATE", "RULE", Identifier(), "AS", "ON", "INSERT", "TO", Name(), "DO", "ALSO", Rule()),
        8 => Words("CREATE", "SCHEMA", Identifier(), SchemaElements()),
        9 => Words("DO", _literals.Dollar()),
        10 => Words("COMMENT", "ON", "TABLE", Name(), "IS", _literals.String()),
        11 => Words("PREPARE", Identifier(), Listed("int", "text"), "AS", Query()),
        12 => Words("ALTER", "TABLE", Name(), "ADD", Identifier(), "int", "DEFAULT", Expression(), ",", "ADD", Check()),
        13 => Words("(", Query(), ")", "UNION", "(", Query(), ")"),
        14 => Words("WITH", Identifier(), "AS", "(", Query(), ")", "TABLE", Name()),
        15 => Pick(["BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT s"]),
        _ => Query(),
    };

    /// <summary>A statement that rows must follow.</summary>
    public string CopyFromStdin() =>
        Words("COPY", Name(), Listed(Identifier()), "FROM", Pick(["STDIN", "stdin", "STDOUT"]));

    /// <summary>Tokens with gaps between them.</summary>
    public string Words(params string[] tokens) =>
        tokens.Aggregate((text, token) => text + Gap() + token);

    public string Name() => random.Next(3) == 0 ? $"{Identifier()}.{Identifier()}" : Identifier();

    public string Identifier() => _literals.Identifier();

    public string Expression(int depth = 0) => random.Next(depth < Deepest ? 13 : 5) switch
    {
        0 => _literals.Number(),
        1 => Name(),
        2 => $"${random.Next(1, 20)}",
        3 or 4 => _literals.Constant(),
        5 or 11 => Words("(", Expression(depth + 1), Pick(Operators), Expression(depth + 1), ")"),
        6 => Words("CASE", "WHEN", Expression(depth + 1), "THEN", Expression(depth + 1), "END"),
        7 => $"ARRAY[{Expression(depth + 1)},$1,{_literals.Dollar()}]",
        8 => Words(Name(), Listed(Expression(depth + 1), Expression(depth + 1))),
        9 => Words("CAST", "(", Expression(depth + 1), "AS", "text", ")"),
        10 => Words("(", Query(depth + 1), ")"),
        _ => Words(Pick(["-", "+", "@", "!!"]), _literals.Number()),
    };

    private string Query(int depth = 0) => random.Next(4) switch
    {
        0 => Words("SELECT", Expression(depth + 1), Pick(_labels), ",", Expression(depth + 1)),
        1 => Words("VALUES", Listed(Expression(depth + 1), Expression(depth + 1))),
        _ => Words("SELECT", Expression(depth + 1), "FROM", Name(), "WHERE", Expression(depth + 1)),
    };

    private string Check() => Words("CHECK", "(", Expression(), ")");

    private string Rule() => Words("(", Query(), ";", Query(), ";", ")");

    private string SchemaElements() => Words(
        Words("CREATE", "TABLE", Name(), Listed(Words(Identifier(), "int"))),
        Words("CREATE", "VIEW", Name(), "AS", Query()),
        Words("GRANT", "ALL", "ON", Name(), "TO", Identifier()));

    private string Function(string kind) =>
        Words("CREATE", kind, Name(), Listed(Words(Identifier(), "int")), "RETURNS", "text");

    /// <summary>Servers know it since version 14.</summary>
    private string AtomicBody(int depth = 0) => Words(
        Function(Pick(["FUNCTION", "OR REPLACE FUNCTION"])),
        Pick(["BEGIN", "begin"]),
        "ATOMIC",
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Words(InBody(depth), ";") + Gap())) + "END");

    private string InBody(int depth) => random.Next(10) switch
    {
        0 when depth < Deepest => AtomicBody(depth + 1),
        1 => "",
        _ => Query(),
    };

    private string Listed(params string[] items) =>
        Words("(", items.Aggregate((list, item) => Words(list, ",", item)), ")");

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
