using YamlDotNet.RepresentationModel;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>An <c>action.yml</c> whose steps are run one after the other, as GitHub's runner runs them.</summary>
internal sealed class CompositeAction
{
    private readonly IReadOnlyDictionary<string, string> _defaults;
    private readonly IReadOnlyDictionary<string, string> _outputs;

    /// <summary>Reads it.</summary>
    /// <param name="folder">What the runner has checked out of the action's repository.</param>
    public CompositeAction(string folder)
    {
        Folder = folder;
        var stream = new YamlStream();
        using (var reader = File.OpenText(Path.Combine(folder, "action.yml")))
        {
            stream.Load(reader);
        }

        var root = stream.Documents[0].RootNode;
        $"{root["runs"]["using"]}".ShouldBe("composite");
        _defaults = Each(root["inputs"], "default");
        _outputs = Each(root["outputs"], "value");
        Steps = [.. ((YamlSequenceNode)root["runs"]["steps"]).Select(step => new CompositeStep(step))];
    }

    public string Folder { get; }

    public IReadOnlyList<CompositeStep> Steps { get; }

    /// <summary>Uses it in a job.</summary>
    public Task<JobRun> Use(CompositeJob job, params IEnumerable<KeyValuePair<string, string>> inputs) =>
        job.Run(this, inputs);

    /// <summary>What expressions can refer to before the first step.</summary>
    public Dictionary<string, string> Contexts(CompositeJob job, IEnumerable<KeyValuePair<string, string>> inputs)
    {
        var contexts = new Dictionary<string, string>
        {
            ["github.action_path"] = Folder,
            ["github.token"] = job.Token,
        };
        foreach (var (name, value) in _defaults)
        {
            contexts[$"inputs.{name}"] = Expressions.Fill(value, contexts);
        }

        foreach (var (name, value) in inputs)
        {
            _defaults.Keys.ShouldContain(name);
            contexts[$"inputs.{name}"] = value;
        }

        return contexts;
    }

    /// <summary>What the workflow sees as outputs.</summary>
    public IReadOnlyDictionary<string, string> Outputs(IReadOnlyDictionary<string, string> contexts) =>
        _outputs.ToDictionary(output => output.Key, output => Expressions.Fill(output.Value, contexts));

    private static Dictionary<string, string> Each(YamlNode section, string key) =>
        ((YamlMappingNode)section).Children.ToDictionary(entry => $"{entry.Key}", entry => $"{entry.Value[key]}");
}
