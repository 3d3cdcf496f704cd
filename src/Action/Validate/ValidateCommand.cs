using System.CommandLine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Feedback;
using Drawbridge.GitHubAction.Sarif;

namespace Drawbridge.GitHubAction.Validate;

/// <summary><c>drawbridge validate</c>.</summary>
internal sealed class ValidateCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly Option<string> _migrations;
    private readonly Option<string> _base;
    private readonly Option<string> _comment;
    private readonly Option<string> _sarifFile;

    public ValidateCommand(Surroundings surroundings)
        : base(
            "validate",
            "Checks the scripts of this commit, and what changed in them since the base. Needs git, no database and no "
            + "credentials.")
    {
        _surroundings = surroundings;
        _migrations = new EnvironmentOption<string>("--migrations", surroundings, "migrations")
        {
            Description = "The folder of the scripts, from the repository's root; its folders are the databases.",
            HelpName = "folder",
        };
        _base = new EnvironmentOption<string>("--base", surroundings, "")
        {
            Description = "The commit to compare with. On GitHub the event says it; elsewhere the checks that need it are skipped without it.",
            HelpName = "revision",
        };
        _comment = CommentOption.Of(
            surroundings, "Whether the pull request gets a comment and suggestions on its lines");
        _sarifFile = new EnvironmentOption<string>("--sarif-file", surroundings, "")
        {
            Description = "Where to write the findings as SARIF 2.1.0, for code scanning; from the working directory. "
                + "Empty: nowhere.",
            HelpName = "file",
        };
        _migrations.Validators.Add(RepositoryFolder.Check);
        Options.Add(_migrations);
        Options.Add(_base);
        Options.Add(_comment);
        Options.Add(_sarifFile);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("validate", "Check every script of the current commit"),
        new("validate --base origin/main", "Check them, and that nothing merged was touched"),
        new(
            "validate --migrations db/migrations --base HEAD~1",
            "The same, in another folder, against the commit before"),
        new("validate --sarif-file findings.sarif", "Write what is found for an editor or for code scanning"),
    ];

    protected override async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = RepositoryFolder.Normalize(parsed.GetRequiredValue(_migrations));
        var validation = await Validate(parsed, folder, cancellationToken);
        await new ValidationReport(_surroundings).Write(validation);
        if (parsed.GetRequiredValue(_sarifFile) is { Length: > 0 } file)
        {
            await new SarifFile(_surroundings).Write(file, validation, folder);
        }

        if (parsed.IsOn(_comment))
        {
            var message = new ValidationMessage(validation, folder);
            await new PullRequestFeedback(_surroundings).Write(message, cancellationToken);
        }

        return validation.Errors > 0 ? ExitCode.Failed : ExitCode.Fine;
    }

    private async Task<Validation> Validate(ParseResult parsed, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await new Validator(_surroundings).Run(
                folder, parsed.GetRequiredValue(_base), cancellationToken);
        }
        catch (DrawbridgeException exception) when (parsed.IsOn(_comment))
        {
            var message = new UncheckedMessage(exception.Problem, folder);
            await new PullRequestFeedback(_surroundings).Write(message, cancellationToken);
            throw;
        }
    }
}
