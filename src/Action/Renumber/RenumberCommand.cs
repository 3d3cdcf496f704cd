using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Renumber;

/// <summary><c>drawbridge renumber</c>.</summary>
internal sealed class RenumberCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly Option<string> _migrations;
    private readonly Option<string> _base;
    private readonly Option<bool> _dryRun;

    public RenumberCommand(Surroundings surroundings)
        : base(
            "renumber",
            "Gives the new migrations of this branch that came late, or have a merged one's version, fresh versions: "
            + "by 'git mv', undo scripts with them, in their order. Merged scripts stay. Commits "
            + "nothing.")
    {
        _surroundings = surroundings;
        _migrations = new EnvironmentOption<string>("--migrations", surroundings, "migrations")
        {
            Description = "The folder of the scripts, from the repository's root; its folders are the databases.",
            HelpName = "folder",
        };
        _base = new EnvironmentOption<string>("--base", surroundings, Renumberer.UsualBase)
        {
            Description = "What is merged, as far as it was fetched.",
            HelpName = "revision",
        };
        _dryRun = new EnvironmentOption<bool>("--dry-run", surroundings, fallback: false)
        {
            Description = "Only say what would be renamed.",
        };
        _migrations.Validators.Add(RepositoryFolder.Check);
        Options.Add(_migrations);
        Options.Add(_base);
        Options.Add(_dryRun);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("renumber --dry-run", "Say what would be renamed, compared with the default branch of 'origin'"),
        new("renumber --base origin/release", "Rename, compared with another branch"),
    ];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken) => new Renumberer(
        _surroundings,
        RepositoryFolder.Normalize(parsed.GetRequiredValue(_migrations)),
        parsed.GetRequiredValue(_dryRun)).Run(parsed.GetRequiredValue(_base), cancellationToken);
}
