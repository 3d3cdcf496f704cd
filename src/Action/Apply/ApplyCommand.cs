using System.CommandLine;
using Drawbridge.Engine;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Validate;

namespace Drawbridge.GitHubAction.Apply;

/// <summary><c>drawbridge apply</c>: the engine that runs in production, against a database within reach.</summary>
internal sealed class ApplyCommand : DrawbridgeCommand
{
    private readonly Surroundings _surroundings;
    private readonly Argument<string> _folder;
    private readonly Option<string> _url;
    private readonly Option<string> _database;
    private readonly Option<string> _rootDatabase;

    public ApplyCommand(Surroundings surroundings)
        : base(
            "apply",
            "Applies the scripts of a folder to a database within reach, for development and tests: no bucket, no "
            + "function, no git.")
    {
        _surroundings = surroundings;
        _folder = new Argument<string>("folder") { Description = "The migrations folder, or one database's folder when the URL names that database." };
        _url = new EnvironmentOption<string>("--database-url", surroundings, "")
        {
            Description = "The server: a URL or a key-value string. 'DB_NAME' in it stands for each database. Required.",
            HelpName = "url",
        };
        _database = new EnvironmentOption<string>("--database", surroundings, "")
        {
            Description = "The database that the folder belongs to, when it is one database's.",
            HelpName = "name",
        };
        _rootDatabase = new EnvironmentOption<string>("--root-database", surroundings, "")
        {
            Description = "The database whose scripts create the others: it goes first. The server's usual one unless set: postgres, or master.",
            HelpName = "name",
        };
        _url.Validators.Add(result =>
        {
            if (result.GetValue(_url) is not { Length: > 0 })
            {
                result.AddError(
                    "'--database-url' must name the server, such as 'postgres://me:secret@localhost/DB_NAME'.");
            }
        });
        Arguments.Add(_folder);
        Options.Add(_url);
        Options.Add(_database);
        Options.Add(_rootDatabase);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "apply --database-url postgres://me:secret@localhost/DB_NAME migrations",
            "Apply all databases' scripts, the root database's first"),
        new("apply --database-url postgres://me:secret@localhost/shop migrations/shop", "Apply one database's scripts"),
    ];

    protected override async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        var directory = Path.Combine(_surroundings.Directory, request.Folder);
        var (scripts, validation) = await new FolderReader(directory, request).Read(
            _surroundings.Time.GetUtcNow(), cancellationToken);
        if (validation.Errors > 0)
        {
            await new FindingsReport(_surroundings).Write(validation.Findings, validation.Sources);
            return ExitCode.Failed;
        }

        return scripts.Databases.Count == 0
            ? throw new DrawbridgeException(new FolderMissing(request.Folder))
            : await Apply(request, scripts, cancellationToken);
    }

    private ApplyRequest Read(ParseResult parsed)
    {
        var server = DatabaseServer.Parse(parsed.GetRequiredValue(_url));
        var named = parsed.GetRequiredValue(_database);
        return new ApplyRequest(
            parsed.GetRequiredValue(_folder),
            server,
            named.Length > 0 ? named : server.OnlyDatabase,
            parsed.GetRequiredValue(_rootDatabase) is { Length: > 0 } root ? root : server.UsualRootDatabase);
    }

    private async Task<ExitCode> Apply(ApplyRequest request, LocalScripts scripts, CancellationToken cancellationToken)
    {
        using var log = new ProgressLog(_surroundings);
        var run = new LocalRun(request, log, _surroundings.Time);
        var started = _surroundings.Time.GetTimestamp();
        var outcome = await run.Run(scripts, cancellationToken);
        var headline = new RunHeadline(
            request.Folder,
            request.Database ?? "all databases",
            run.Id.Text,
            _surroundings.Time.GetElapsedTime(started),
            request.Database is null
                ? ScriptPlaces.Below(request.Folder, scripts.All, scripts.Settings)
                : ScriptPlaces.Only(request.Folder, scripts.All, scripts.Settings));
        await new OutcomeReport(_surroundings).Write(headline, outcome);
        return outcome.ExitCode;
    }
}
