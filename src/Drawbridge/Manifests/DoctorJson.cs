using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>A doctor's report as JSON.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    Converters = [typeof(CamelCaseEnumConverter<CheckStatus>)],
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DoctorReport))]
public sealed partial class DoctorJson : JsonSerializerContext
{
    /// <summary>What the function is asked.</summary>
    public static string Question { get; } = $$"""{"schema":"{{Manifests.DoctorReport.SchemaName}}"}""";

    /// <summary>The function's answer.</summary>
    public static byte[] Write(DoctorReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(report, ReadableJson.Doctor.DoctorReport);

    /// <summary>Reads an answer; null when the bytes are none that this version knows.</summary>
    public static DoctorReport? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            var report = JsonSerializer.Deserialize(json, Default.DoctorReport);
            return report?.Schema == Manifests.DoctorReport.SchemaName ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
