using System.Text.RegularExpressions;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// Row data does not belong in a bucket. Messages of SQLSTATE class 22 (data exceptions) quote values: such a value stays
/// only when it stands in the script's own text.
/// </summary>
internal static partial class Redaction
{
    private const string DataException = "22";

    /// <summary>The message without values that the script does not show already.</summary>
    public static string Of(string message, string sqlState, string scriptText)
    {
        if (!sqlState.StartsWith(DataException, StringComparison.Ordinal))
        {
            return message;
        }

        var isKnown = Quoted().Matches(message).All(match => scriptText.Contains(match.Groups["value"].Value, StringComparison.Ordinal));
        var (first, last) = (message.IndexOf('"', StringComparison.Ordinal), message.LastIndexOf('"'));
        return isKnown || first < 0 ? message : $"{message[..first]}'…'{message[(last + 1)..]}";
    }

    [GeneratedRegex("\"(?<value>[^\"]*)\"?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
