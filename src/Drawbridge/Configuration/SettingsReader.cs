using System.Text;
using Drawbridge.Configuration.Yaml;

namespace Drawbridge.Configuration;

/// <summary>Reads <c>drawbridge.yml</c>: any bytes, and never an exception.</summary>
public static class SettingsReader
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaximumSize = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the file says, with all that is wrong with it.</summary>
    public static ProjectSettings Read(ReadOnlySpan<byte> bytes)
    {
        var objections = new ObjectionList();
        var text = Text(bytes, objections);
        var settings = text is not null && YamlTree.Read(text, objections) is { } root
            ? new SettingsSection(new ValueReader(objections)).Read(root)
            : ProjectSettings.Default;
        return settings with { Text = text, Objections = objections.InOrder };
    }

    /// <summary>What a file says that is too large to be read: nothing.</summary>
    public static ProjectSettings TooLarge(long size)
    {
        var objections = new ObjectionList();
        RefuseSize(size, objections);
        return ProjectSettings.Default with { Objections = objections.InOrder };
    }

    private static void RefuseSize(long size, ObjectionList objections) => objections.Add(
        FilePlace.Start, $"The file has {size:N0} bytes; the limit is {MaximumSize:N0}.", "Shorten it.");

    private static string? Text(ReadOnlySpan<byte> bytes, ObjectionList objections)
    {
        if (bytes.Length > MaximumSize)
        {
            RefuseSize(bytes.Length, objections);
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
            return HasOnlyText(text, objections) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            objections.Add(FilePlace.Start, "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
    }

    /// <summary>The parser takes NUL for the end of the file: what follows would hold for people only.</summary>
    private static bool HasOnlyText(string text, ObjectionList objections)
    {
        var offset = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (offset >= 0)
        {
            var line = text.AsSpan(0, offset).Count('\n') + 1;
            objections.Add(new FilePlace(line, 1), "The line holds an invisible control character.", "Remove it.");
        }

        return offset < 0;
    }
}
