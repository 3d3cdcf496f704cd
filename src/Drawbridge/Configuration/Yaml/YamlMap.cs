namespace Drawbridge.Configuration.Yaml;

/// <summary>Keys, each with a value, in the order of the file; no key twice.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">The keys with their values.</param>
internal sealed record YamlMap(FilePlace Place, IReadOnlyList<(YamlText Key, YamlNode Value)> Entries)
    : YamlNode(Place);
