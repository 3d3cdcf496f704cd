using System.Text.Encodings.Web;
using System.Text.Json;

namespace Drawbridge.Manifests;

/// <summary>
/// How manifests are written: people read them, so 'quotes' stay as they are. Control characters are escaped all the
/// same, and no manifest is ever pasted into HTML.
/// </summary>
internal static class ReadableJson
{
    public static ReleaseJson Release { get; } = new(Of(ReleaseJson.Default.Options));

    public static ResultJson Result { get; } = new(Of(ResultJson.Default.Options));

    public static DoctorJson Doctor { get; } = new(Of(DoctorJson.Default.Options));

    private static JsonSerializerOptions Of(JsonSerializerOptions contract) =>
        new(contract) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
