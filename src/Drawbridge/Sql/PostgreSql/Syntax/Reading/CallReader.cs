namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Finds the functions that an expression calls.</summary>
internal static class CallReader
{
    private static readonly string[] NoFunctions =
        ["and", "or", "not", "in", "any", "all", "some", "array", "row", "case", "when", "then", "else", "exists", "cast", "values", "using",
         "select", "from", "where", "by", "over", "filter", "as", "on", "numeric", "decimal", "varchar", "char", "character", "varying", "bit",
         "timestamp", "timestamptz", "time", "timetz", "interval", "float"];

    public static IReadOnlyList<QualifiedName> Read(TokenReader reader)
    {
        var calls = new List<QualifiedName>();
        while (!reader.IsAtEnd)
        {
            if (reader.TakeName() is not { } name)
            {
                reader.Advance();
            }
            else if (reader.Is("(") && (name.Schema is not null || name.Name.IsQuoted || !NoFunctions.Contains(name.Name.Value)))
            {
                calls.Add(name);
            }
        }

        return calls;
    }
}
