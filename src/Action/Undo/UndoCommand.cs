using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Undo;

/// <summary><c>drawbridge undo</c>.</summary>
internal sealed class UndoCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly DeployOptions _options;
    private readonly EnvironmentOption<string> _target;
    private readonly EnvironmentOption<string> _database;

    public UndoCommand(Surroundings surroundings)
        : base(
            "undo",
            "Takes back the migrations of one database above a version, by the undo scripts of this commit, and follows "
            + "the answer. Needs git and AWS credentials.")
    {
        _surroundings = surroundings;
        _options = new DeployOptions(surroundings);
        _target = new EnvironmentOption<string>("--to", surroundings, "")
        {
            Description = "The version that the database ends at, which stays; 0 takes all back. Required.",
            HelpName = "version",
        };
        _database = new EnvironmentOption<string>("--database", surroundings, "")
        {
            Description = "The database. Required.",
            HelpName = "name",
        };
        _target.Require(
            version => ScriptVersion.TryParse(version, out _), "name a version, such as 202611221030, or 0");
        _database.Require(DatabaseName.IsValid, "name a database");
        foreach (var option in _options.OfUndo.Prepend(_database).Prepend(_target))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "undo --bucket shop-migrations --database projectdb --to 202611201200",
            "Take back what was applied above that version"),
    ];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = _options.Read(parsed) with
        {
            Mode = ReleaseMode.Undo,
            Database = parsed.GetRequiredValue(_database),
            Target = ScriptVersion.Parse(parsed.GetRequiredValue(_target)).Text,
        };
        return new Deployer(_surroundings, request).Run(cancellationToken);
    }
}
