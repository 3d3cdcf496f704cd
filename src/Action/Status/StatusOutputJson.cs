using System.Text.Json.Serialization;

namespace Drawbridge.GitHubAction.Status;

/// <summary>The <c>databases</c> output as JSON, in one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<StatusOutput>))]
internal sealed partial class StatusOutputJson : JsonSerializerContext;
