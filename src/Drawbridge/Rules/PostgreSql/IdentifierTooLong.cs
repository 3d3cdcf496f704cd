using System.Text;
using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A name that the server cuts without failing. Each is reported where the script writes it first.</summary>
internal sealed class IdentifierTooLong : ScriptRule
{
    public override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    /// <summary>For one UTF-16 code unit; a character of two has four.</summary>
    private const int MostBytes = 3;

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        var seen = new HashSet<Identifier>();
        return from statement in script.Sql.Statements
               where MayBeTooLong(statement, script.Sql.Text)
               from name in LongNames(script.Sql.Text, statement)
               where seen.Add(name)
               let size = NameLength.Of(name.Value)
               select Find(
                   script,
                   statement,
                   name.Span,
                   $"The name '{name.Value}' is {size} bytes long, and the server cuts it to "
                       + $"'{NameLength.Cut(name.Value)}'.",
                   $"Shorten it to at most {NameLength.Longest} bytes: two names that are cut alike are one.");
    }

    private static bool MayBeTooLong(SqlStatement statement, string text) =>
        statement.LongestName > NameLength.Longest / MostBytes
        && (statement.LongestName > NameLength.Longest || !Ascii.IsValid(text.AsSpan(statement.Offset, statement.Length)));

    private static IEnumerable<Identifier> LongNames(string text, SqlStatement statement)
    {
        for (var reader = new TokenReader(text, new TextSpan(statement.Offset, statement.Length)); !reader.IsAtEnd;)
        {
            if (!reader.IsName || reader.TokenSpan.Length <= NameLength.Longest / MostBytes)
            {
                reader.Advance();
            }
            else if (reader.TakeIdentifier() is { } name && NameLength.Of(name.Value) > NameLength.Longest)
            {
                yield return name;
            }
        }
    }
}
