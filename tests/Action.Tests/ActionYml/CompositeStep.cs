using YamlDotNet.RepresentationModel;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>A step as <c>action.yml</c> writes it.</summary>
internal sealed class CompositeStep
{
    private static readonly string[] Known =
        ["name", "id", "if", "uses", "with", "shell", "working-directory", "env", "run"];

    private readonly YamlMappingNode _step;

    public CompositeStep(YamlNode step)
    {
        _step = (YamlMappingNode)step;
        _step.Children.Keys.Select(key => $"{key}").ShouldBeSubsetOf(Known, "These tests know no other");
    }

    public string Name => Text("name");

    public string Id => Text("id");

    public string If => Text("if");

    public string Uses => Text("uses");

    public string Shell => Text("shell");

    public string WorkingDirectory => Text("working-directory");

    public string Run => Text("run");

    public IReadOnlyDictionary<string, string> Env => _step.Children.TryGetValue("env", out var env)
        ? ((YamlMappingNode)env).Children.ToDictionary(variable => $"{variable.Key}", variable => $"{variable.Value}")
        : new Dictionary<string, string>();

    private string Text(string key) => _step.Children.TryGetValue(key, out var value) ? $"{value}" : "";
}
