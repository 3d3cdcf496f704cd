namespace Drawbridge.Configuration.Yaml;

/// <summary>A value in a YAML document.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record YamlNode(FilePlace Place);
