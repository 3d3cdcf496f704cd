using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Drawbridge.LambdaFunction.Logs;

/// <summary>
/// A log entry as the line that a person reads. Written member by member: the first line is written at each start, and a
/// serializer would be put together for it.
/// </summary>
internal static class LogLine
{
    // 'quotes' stay readable; control characters, a line's end among them, are escaped all the same.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(LogEntry entry)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", entry.Time);
            json.WriteString("level", WordOf(entry.Level));
            json.WriteString("message", entry.Message);
            Write(json, "requestId", entry.RequestId);
            Write(json, "release", entry.Release);
            Write(json, "database", entry.Database);
            Write(json, "script", entry.Script);
            if (entry.DurationMs is { } duration)
            {
                json.WriteNumber("durationMs", duration);
            }

            Write(json, "code", entry.Code);
            Write(json, "remedy", entry.Remedy);
            Write(json, "stackTrace", entry.StackTrace);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Info => "info",
        LogLevel.Warning => "warning",
        _ => "error",
    };

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
