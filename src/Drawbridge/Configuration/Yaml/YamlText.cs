namespace Drawbridge.Configuration.Yaml;

/// <summary>Words or a number.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsPlain">Whether it has no quotes, so that it may be a number or nothing.</param>
internal sealed record YamlText(FilePlace Place, string Text, bool IsPlain) : YamlNode(Place)
{
    /// <summary>A key without a value, such as one whose entries are all commented out.</summary>
    public bool IsNothing => IsPlain && Text is "" or "~" or "null";
}
