namespace Drawbridge.Configuration.Yaml;

/// <summary>Values in order.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">The values.</param>
internal sealed record YamlList(FilePlace Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);
