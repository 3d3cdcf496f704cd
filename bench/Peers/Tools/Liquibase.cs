using Drawbridge.Bench.Peers.Corpora;

namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Liquibase, from npm; it needs Java.</summary>
internal sealed class Liquibase(string program) : ITool
{
    /// <summary>Its start script within the npm package, which puts none among the programs.</summary>
    public const string InModule = "liquibase/dist/liquibase/liquibase";

    private const string ChangeLog = """
        databaseChangeLog:
          - includeAll:
              path: scripts
              relativeToChangelogFile: true

        """;

    private const string Head = "--liquibase formatted sql\n--changeset ";

    public string Name => "liquibase";

    public string Settings => "update of SQL change sets with splitStatements:false";

    public Invocation Version => new(program, "--version");

    public void Write(Corpus corpus, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "changelog.yaml"), ChangeLog);
        ScriptFiles.Write(
            Path.Combine(folder, "scripts"),
            corpus,
            script => $"{script.Name}.sql",
            script => $"{Head}bench:{script.Number} splitStatements:false\n{script.Text}");
    }

    public Invocation Apply(DatabaseAddress database) =>
        new(
            program,
            $"--url={database.Jdbc}",
            $"--username={database.User}",
            $"--password={database.Password}",
            "--changelog-file=changelog.yaml",
            "update");
}
