using System.Text;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A name that the server cuts without failing. Each is reported where the script writes it first.</summary>
internal sealed class IdentifierTooLong : ScriptRule
{
    /// <summary>NAMEDATALEN - 1, in bytes of UTF-8.</summary>
    private const int Longest = 63;

    /// <summary>For one UTF-16 code unit; a character of two has four.</summary>
    private const int MostBytes = 3;

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes)
    {
        var seen = new HashSet<Identifier>();
        return from statement in script.Sql.Statements
               where statement.LongestName > Longest / MostBytes
               from name in LongNames(script.Sql.Text, statement)
               where seen.Add(name)
               let size = Encoding.UTF8.GetByteCount(name.Value)
               select Find(
                   script,
                   statement,
                   name.Span,
                   $"The name '{name.Value}' is {size} bytes long, and the server cuts it to '{Cut(name.Value)}'.",
                   $"Shorten it to at most {Longest} bytes: two names that are cut alike are one.");
    }

    private static IEnumerable<Identifier> LongNames(string text, SqlStatement statement)
    {
        for (var reader = new TokenReader(text, new TextSpan(statement.Offset, statement.Length)); !reader.IsAtEnd;)
        {
            if (!reader.IsName || reader.TokenSpan.Length <= Longest / MostBytes)
            {
                reader.Advance();
            }
            else if (reader.TakeIdentifier() is { } name && Encoding.UTF8.GetByteCount(name.Value) > Longest)
            {
                yield return name;
            }
        }
    }

    /// <summary>As the server does it: whole characters only.</summary>
    private static string Cut(string name)
    {
        var (length, bytes) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > Longest)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
