using System.Text.Json;
using System.Text.Json.Serialization;
using Drawbridge.Scripts;

namespace Drawbridge.Manifests;

/// <summary>A release as JSON.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(UtcTimeConverter),
        typeof(CamelCaseEnumConverter<ReleaseMode>),
        typeof(CamelCaseEnumConverter<ReleaseOrder>),
        typeof(CamelCaseEnumConverter<ScriptKind>),
        typeof(CamelCaseEnumConverter<MarkedAs>),
        typeof(CamelCaseEnumConverter<DonorTool>),
    ],
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Release))]
public sealed partial class ReleaseJson : JsonSerializerContext
{
    /// <summary>The bytes that go into the bucket.</summary>
    public static byte[] Write(Release release) =>
        JsonSerializer.SerializeToUtf8Bytes(release, ReadableJson.Release.Release);
}
