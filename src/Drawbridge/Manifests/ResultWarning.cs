using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>Something that deserves a look although the release went on.</summary>
/// <param name="Code">A stable code, such as <c>missing</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record ResultWarning(string Code, string Message)
{
    /// <summary>The key of the script concerned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Script { get; init; }
}
