using System.Text.Json.Serialization;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>The <c>databases</c> output as JSON, in one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<DatabaseOutput>))]
internal sealed partial class DatabaseOutputJson : JsonSerializerContext;
