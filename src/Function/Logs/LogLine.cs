using System.Text.Encodings.Web;
using System.Text.Json;

namespace Drawbridge.LambdaFunction.Logs;

/// <summary>A log entry as the line that a person reads.</summary>
internal static class LogLine
{
    // 'quotes' stay readable; control characters, a line's end among them, are escaped all the same.
    private static readonly LogJson Readable = new(new JsonSerializerOptions(LogJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Of(LogEntry entry) => JsonSerializer.Serialize(entry, Readable.LogEntry);
}
