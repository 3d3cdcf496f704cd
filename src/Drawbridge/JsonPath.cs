using System.Text.Json;

namespace Drawbridge;

/// <summary>Reads text from JSON whose shape is not known yet.</summary>
public static class JsonPath
{
    /// <summary>The text at the end of a path of property names; null when the path or the text is not there.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        try
        {
            foreach (var name in path)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                {
                    return null;
                }
            }

            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape: JSON by its grammar, but no text.
            return null;
        }
    }
}
