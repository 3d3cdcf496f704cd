namespace Drawbridge.Bench.Peers.Tools;

/// <summary>The tools that the bench knows, in the order in which they take turns.</summary>
/// <param name="programs">Where they are looked for.</param>
/// <param name="drawbridge">The packaged program.</param>
internal sealed class Toolbox(Programs programs, string drawbridge)
{
    private const string FromNpm = "npm: bench/Peers/package.json";
    private const string Release = "its own releases";
    private const string DotNetTool = "dotnet tool install";
    private const string Client = "Debian: postgresql-client";

    /// <summary>All of them, also those that are missing here.</summary>
    public IReadOnlyList<Offer> Offers =>
    [
        Offer(OneTransaction.Floor, Client, Find("psql"), program => new OneTransaction(program)),
        Offer(TransactionPerScript.Floor, Client, Find("psql"), program => new TransactionPerScript(program)),
        Offer("drawbridge", "./build.sh Package", drawbridge, program => new DrawbridgeApply(program)),
        Offer("dbmate", FromNpm, Find("dbmate"), program => new Dbmate(program)),
        Offer("sql-migrate", "Debian: sql-migrate", Find("sql-migrate"), program => new SqlMigrate(program)),
        Offer("node-pg-migrate", FromNpm, Find("node-pg-migrate"), program => new NodePgMigrate(program)),
        Offer("liquibase", $"{FromNpm}, and Java", FindLiquibase(), program => new Liquibase(program)),
        Offer("golang-migrate", $"{Release}: migrate", Find("migrate"), program => new GolangMigrate(program)),
        Offer("flyway", Release, Find("flyway"), program => new Flyway(program)),
        Offer("evolve", $"{DotNetTool} Evolve.Tool", Find("evolve"), program => new Evolve(program)),
        Offer("dbup", $"{DotNetTool} dbup-cli-2", Find("dbup"), program => new DbUp(program)),
        Offer("sqitch", "Debian: sqitch, libdbd-pg-perl", Find("sqitch"), program => new Sqitch(program)),
    ];

    private static Offer Offer(string name, string source, string? program, Func<string, ITool> make) =>
        new(name, source, program is null ? null : make(program));

    private string? Find(string program) => programs.TryFind(program);

    private string? FindLiquibase() =>
        Find("java") is null ? null : Find("liquibase") ?? programs.TryFindModule(Liquibase.InModule);
}
