using System.Text.Json;
using Nuke.Common.Execution;

namespace Nuke.Common.Injection;

/// <summary><c>.nuke/parameters.json</c>, after the files of the profiles that the command line names.</summary>
internal sealed class ParametersFiles
{
    private readonly List<Argument> _arguments = [];

    public ParametersFiles(string root, IEnumerable<string> profiles)
    {
        var names = profiles.Select(profile => $"parameters.{profile}.json").Append("parameters.json");
        foreach (var file in names.Select(name => Path.Combine(root, ".nuke", name)).Where(File.Exists))
        {
            _arguments.AddRange(Read(file));
        }
    }

    public Argument? Find(string name) => _arguments.Find(argument => ParameterName.Same(argument.Name, name));

    private static List<Argument> Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return
            [
                .. from member in document.RootElement.EnumerateObject()
                   where member.Name != "$schema"
                   select new Argument(member.Name, Values(member.Value)),
            ];
        }
        catch (JsonException exception)
        {
            throw new BuildFailedException($"'{file}' is not JSON: {exception.Message}");
        }
    }

    private static IReadOnlyList<string> Values(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.ToString())]
        : [value.ToString()];
}
