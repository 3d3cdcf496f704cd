using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>A result as JSON.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    Converters = [typeof(UtcTimeConverter), typeof(CamelCaseEnumConverter<ReleaseMode>), typeof(CamelCaseEnumConverter<ResultStatus>), typeof(CamelCaseEnumConverter<ScriptStatus>)],
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Result))]
public sealed partial class ResultJson : JsonSerializerContext
{
    /// <summary>The bytes that go into the bucket.</summary>
    public static byte[] Write(Result result) =>
        JsonSerializer.SerializeToUtf8Bytes(result, ReadableJson.Result.Result);

    /// <summary>An error alone, as a database keeps it; null for none.</summary>
    public static string? Write(ResultError? error) =>
        error is null ? null : JsonSerializer.Serialize(error, ReadableJson.Result.ResultError);

    /// <summary>Reads such an error; null when it is none.</summary>
    public static ResultError? TryReadError(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.ResultError);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a result; null when the bytes are none that this version knows.</summary>
    public static Result? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            var result = JsonSerializer.Deserialize(json, Default.Result);
            return result?.Schema == Manifests.Result.SchemaName ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
