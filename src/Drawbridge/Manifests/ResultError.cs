using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>Why a release did not succeed.</summary>
/// <param name="Code">The problem's stable code.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ResultError(string Code, string Message, string Remedy)
{
    /// <summary>The key of the script concerned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Script { get; init; }

    /// <summary>Which statement of it, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Statement { get; init; }

    /// <summary>In the script's file, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <summary>In characters, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <summary>PostgreSQL's five letters. SQL Server sends none: the number of its error is in the message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SqlState { get; init; }

    /// <summary>The server's hint.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hint { get; init; }

    /// <summary>A problem that concerns no place in a script, but perhaps a whole one.</summary>
    public static ResultError Of(Problem problem, string? script = null) =>
        new(problem.Code, problem.Message, problem.Remedy) { Script = script };
}
