using System.Text.Json;

namespace Drawbridge.Terraform.Tests;

/// <summary>
/// What the module builds in one situation: the state that its test of that name ends with, beside a mocked provider.
/// </summary>
internal sealed class Situation
{
    public const string EverythingNew = "everything_new";
    public const string ExistingNetwork = "existing_network";
    public const string IamLogin = "iam_login";
    public const string Promotion = "promotion";
    public const string Uploads = "uploads";

    private static readonly string[] Names = [EverythingNew, ExistingNetwork, IamLogin, Promotion, Uploads];

    private static readonly Lazy<Task<Dictionary<string, Situation>>> All = new(BuildAll);

    private readonly JsonElement _outputs;

    private Situation(JsonElement state)
    {
        _outputs = state.GetProperty("outputs");
        var resources = state.GetProperty("root_module").GetProperty("resources").EnumerateArray();
        Resources = [.. resources.Select(resource => new Resource(resource))];
    }

    public IReadOnlyList<Resource> Resources { get; }

    public Resource this[string address] => Resources.Single(resource => resource.Address == address);

    public string Bucket => this["aws_s3_bucket.this"].Text("arn");

    public string Output(string name) => _outputs.GetProperty(name).GetProperty("value").GetString()!;

    public static TheoryData<string> Each() => [.. Names];

    public static async Task<Situation> Of(string name) => (await All.Value)[name];

    public IEnumerable<Resource> Of(params string[] types) =>
        Resources.Where(resource => types.Contains(resource.Type));

    /// <summary>The statements of one policy document, or none when this situation has no such document.</summary>
    public IReadOnlyList<Statement> Policy(string name) =>
    [
        .. Resources
            .Where(resource => resource.Type == "aws_iam_policy_document" && resource.Name == name)
            .SelectMany(document => document.Statements),
    ];

    /// <summary>What the policy of a role allows, as <see cref="Statement.Grants"/> writes it.</summary>
    public IReadOnlyList<string> Granted(string role) =>
    [
        .. Policy(role)
            .Where(statement => !statement.Denies)
            .SelectMany(statement => statement.Grants(Bucket))
            .Distinct(),
    ];

    private static async Task<Dictionary<string, Situation>> BuildAll()
    {
        var filters = Names.Select(name => $"-filter=tests/{name}.tftest.hcl");
        var situations = new Dictionary<string, Situation>();
        foreach (var line in await TerraformProgram.Run("terraform", ["test", "-json", "-verbose", .. filters]))
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("test_state", out var state))
            {
                var file = message.RootElement.GetProperty("@testfile").GetString()!;
                situations[Path.GetFileName(file).Split('.')[0]] = new Situation(state.Clone());
            }
        }

        return situations;
    }
}
