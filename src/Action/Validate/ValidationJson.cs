using System.Text.Json.Serialization;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>The output <c>databases</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<DatabaseCount>))]
internal sealed partial class ValidationJson : JsonSerializerContext;
