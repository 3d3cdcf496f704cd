using System.CommandLine;
using Drawbridge.Configuration;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Init;

/// <summary><c>drawbridge init</c>.</summary>
internal sealed class InitCommand : DrawbridgeCommand
{
    private const string SqlServer = "sqlserver";

    private readonly Surroundings _surroundings;
    private readonly Option<string> _migrations;
    private readonly Option<string> _database;
    private readonly Option<string> _engine;

    public InitCommand(Surroundings surroundings)
        : base(
            "init",
            "Writes what a repository begins with: workflows, drawbridge.yml and a first migration. Keeps every file "
            + "that is there. Needs git.")
    {
        _surroundings = surroundings;
        _migrations = Text(
            "--migrations", "migrations", "The folder of the scripts, from the repository's root.", "folder");
        _database = Text("--database", "app", "The database to begin with.", "name");
        _engine = Text("--engine", "postgresql", "The kind of server: postgresql or sqlserver.", "engine");
        _engine.Require(engine => engine is "postgresql" or SqlServer, "say 'postgresql' or 'sqlserver'");
        _migrations.Validators.Add(RepositoryFolder.Check);
        _migrations.Require(
            IsPlain, "name a folder with letters, digits, '_', '-', '.' and '/' only: workflows name it");
        _database.Require(DatabaseName.IsValid, "name a database");
        Options.Add(_database);
        Options.Add(_engine);
        Options.Add(_migrations);

        EnvironmentOption<string> Text(string name, string fallback, string description, string helpName) =>
            new(name, surroundings, fallback) { Description = description, HelpName = helpName };
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("init --database shop", "Begin with a database 'shop'"),
        new("init --database shop --engine sqlserver", "The same on SQL Server"),
        new("init --migrations db/migrations", "Keep the scripts in another folder"),
    ];

    protected override Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var migrations = new StarterMigrations(
            RepositoryFolder.Normalize(parsed.GetRequiredValue(_migrations)),
            parsed.GetRequiredValue(_database),
            parsed.GetRequiredValue(_engine) == SqlServer ? DatabaseEngine.SqlServer : DatabaseEngine.PostgreSql);
        return new Initializer(_surroundings, migrations).Run(cancellationToken);
    }

    private static bool IsPlain(string folder) =>
        RepositoryFolder.Normalize(folder) is { Length: > 0 } plain
        && plain[0] != '-'
        && plain.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '/');
}
