using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Finds strings in a part of a script.</summary>
internal static class StringLiterals
{
    public static IEnumerable<StringLiteral> In(string script, TextSpan part)
    {
        var reader = new TokenReader(script, part);
        while (!reader.IsAtEnd)
        {
            if (reader.TakeLiteral() is { } literal)
            {
                yield return literal;
            }
            else
            {
                reader.Advance();
            }
        }
    }
}
