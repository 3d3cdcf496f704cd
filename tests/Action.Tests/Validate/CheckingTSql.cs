using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

/// <summary>Beside the databases on PostgreSQL, one on SQL Server.</summary>
public sealed class CheckingTSql : CheckoutTest
{
    private const string Script = "migrations/ledger/1_accounts.up.sql";

    [Fact]
    public async Task Each_database_is_read_as_its_server_would()
    {
        var run = await Change("CREATE TABLE dbo.accounts (id int IDENTITY PRIMARY KEY, [it's] nvarchar(20));\nGO\nCREATE OR ALTER VIEW dbo.all_accounts AS SELECT id FROM dbo.accounts;\nGO 2\n");
        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_hazards_are_on_their_lines()
    {
        var run = await Change("USE shop;\nGO\nDROP TABLE dbo.accounts;\n");
        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.Select(annotation => (annotation.Title, annotation.Line))
            .ShouldBe([("drop-table", 3), ("use-database", 1)], ignoreOrder: true);
        run.Text.ShouldContain("3 | DROP TABLE dbo.accounts;\n");
    }

    [Fact]
    public async Task All_of_its_mistakes_are_on_their_lines()
    {
        var run = await Change("SELECT a, FROM dbo.accounts;\nGO;\n:r other.sql\nSELECT 'a,\n");
        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.Select(annotation => (annotation.Title, annotation.Line))
            .ShouldBe([("syntax-error", 1), ("syntax-error", 2), ("sqlcmd-command", 3), ("syntax-error", 4)], ignoreOrder: true);
    }

    private async Task<ActionRun> Change(string script) => await Checkout.Validate(await Checkout.PullRequest(repository =>
    {
        repository.Write("migrations/drawbridge.yml", "databases: { ledger: { engine: sqlserver } }\n");
        repository.Write(Script, script);
        return Task.CompletedTask;
    }));
}
