using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>How a server counts in a text: characters, or bytes when its database has no encoding.</summary>
internal readonly record struct ServerCount(bool IsInBytes)
{
    /// <summary>That of a connection's database.</summary>
    public static ServerCount Of(NpgsqlConnection connection) =>
        new(connection.PostgresParameters.GetValueOrDefault("server_encoding") == "SQL_ASCII");

    /// <summary>A 1-based place in a text that was sent, in characters.</summary>
    public int Characters(string text, int position)
    {
        if (!IsInBytes)
        {
            return position;
        }

        var (characters, bytes) = (1, 1);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > position)
            {
                break;
            }

            characters++;
        }

        return characters;
    }
}
