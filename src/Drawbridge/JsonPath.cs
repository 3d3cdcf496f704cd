using System.Text.Json;

namespace Drawbridge;

/// <summary>Finds things in JSON whose shape is not known yet.</summary>
public static class JsonPath
{
    /// <summary>The text at the end of a path of property names; null when the path or the text is not there.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        try
        {
            return element.Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape: JSON by its grammar, but no text.
            return null;
        }
    }

    /// <summary>What stands at the end of a path of property names; null when the path leads nowhere.</summary>
    public static JsonElement? Find(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    /// <summary>The items at the end of a path of property names; none when there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Find(path) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
