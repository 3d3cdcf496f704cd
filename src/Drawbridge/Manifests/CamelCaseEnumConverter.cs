using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>Enum values are camelCase words in manifests, never numbers.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(
    JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
