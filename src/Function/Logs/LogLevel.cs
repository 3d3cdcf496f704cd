using System.Text.Json.Serialization;

namespace Drawbridge.LambdaFunction.Logs;

/// <summary>How serious a line is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LogLevel>))]
internal enum LogLevel
{
    /// <summary>Work goes on as it should.</summary>
    [JsonStringEnumMemberName("info")]
    Info,

    /// <summary>Deserves a look.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Someone has to act.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
