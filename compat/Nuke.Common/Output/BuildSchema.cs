using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Nuke.Common.Injection;
using Nuke.Common.IO;

namespace Nuke.Common.Output;

/// <summary><c>.nuke/build.schema.json</c>: what editors and the global tool complete from.</summary>
internal static class BuildSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        var file = NukeBuild.RootDirectory / ".nuke" / "build.schema.json";
        var text = Of(build, targets).ToJsonString(Layout) + "\n";
        if (NukeBuild.IsLocalBuild && (!file.FileExists() || file.ReadAllText() != text))
        {
            file.WriteAllText(text);
        }
    }

    private static JsonObject Of(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        var parameters = Parameter.AllOf(build.GetType());
        return new()
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = new JsonObject
            {
                ["Host"] = Choice(BuildHost.All.Select(host => host.Name)),
                ["ExecutableTarget"] = Choice(targets.Select(target => target.Name).Order(StringComparer.Ordinal)),
                ["Verbosity"] = Choice(Enum.GetNames<Verbosity>()),
                ["NukeBuild"] = new JsonObject { ["properties"] = Options(parameters) },
            },
            ["allOf"] = new JsonArray(
                new JsonObject { ["properties"] = Properties(parameters.Where(parameter => !parameter.IsOption)) },
                Reference("NukeBuild")),
        };
    }

    private static JsonObject Options(IEnumerable<Parameter> parameters)
    {
        var options = Properties(parameters.Where(parameter => parameter.IsOption));
        options["Verbosity"] = Reference("Verbosity");
        options["Host"] = Reference("Host");
        options["Profile"] = List(new() { ["type"] = "string" });
        options["Skip"] = List(Reference("ExecutableTarget"));
        options["Target"] = List(Reference("ExecutableTarget"));
        return options;
    }

    private static JsonObject Properties(IEnumerable<Parameter> parameters)
    {
        var properties = new JsonObject();
        foreach (var parameter in parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            var property = ValueConversion.Of(parameter.Type) is { Count: > 0 } choices
                ? Choice(choices)
                : new JsonObject { ["type"] = TypeName(parameter.Type) };
            property["description"] = parameter.Attribute.Description;
            properties[parameter.Name] = property;
        }

        return properties;
    }

    private static string TypeName(Type type) =>
        type == typeof(bool) ? "boolean" : type == typeof(int) ? "integer" : type.IsArray ? "array" : "string";

    private static JsonObject Choice(IEnumerable<string> names) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };
}
