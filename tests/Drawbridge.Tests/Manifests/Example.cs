using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Tests.Manifests;

/// <summary>A release and a result with something in every field.</summary>
internal static class Example
{
    public const string Id = "20261122T110400Z-1a2b3c4-1";

    private static readonly string Hash = new('a', Checksum.Length);
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 11, 4, 0, TimeSpan.Zero);

    public static ManifestKey Key
    {
        get
        {
            ReleaseId.TryParse(Id, out var id).ShouldBeTrue();
            return new ManifestKey(ManifestKind.Release, id!, "projectdb");
        }
    }

    public static Release Release { get; } = new(
        Release.SchemaName,
        Id,
        "projectdb",
        ReleaseMode.Undo,
        Time,
        new ReleaseSource(
            "acme/shop",
            new string('1', 40),
            "refs/heads/main",
            "https://github.com/acme/shop/actions/runs/1",
            "octocat"),
        ReleaseOptions.Default with { Adopt = DonorTool.Flyway },
        [Migration("migrations/projectdb/1_create_users.up.sql", "1"), Repeatable("migrations/projectdb/R__views.sql")])
    {
        Target = "1",
        Marks = [new ReleaseMark("migrations/projectdb/1_create_users.up.sql", MarkedAs.RunAgain, "It was tidied up by hand.")],
    };

    public static DoctorReport DoctorReport { get; } = new(
        DoctorReport.SchemaName,
        new ResultFunction("drawbridge", "0.1.0", "1-2-3", "2026/11/22/[$LATEST]1", "eu-central-1"),
        [
            new DoctorCheck("bucket-write", CheckStatus.Broken, "The bucket refused s3:PutObject.", 41)
            {
                Subject = "results/",
                Code = "bucket-denied",
                Remedy = "Allow it.",
            },
        ]);

    public static Result Result { get; } = new(
        Result.SchemaName,
        Id,
        "projectdb",
        ReleaseMode.Apply,
        ResultStatus.Failed,
        2,
        new ResultFunction("drawbridge", "0.1.0", "1-2-3", "2026/11/22/[$LATEST]1", "eu-central-1"),
        new ResultServer("postgresql", "15.18"),
        Time,
        Time.AddSeconds(1),
        1000,
        "1",
        "2",
        1,
        1,
        [
            new ScriptResult("migrations/projectdb/2_a.up.sql", "2", "a", ScriptStatus.Applied, true, 3, 41) { Tries = 2 },
            new ScriptResult("migrations/projectdb/R__b.sql", null, "b", ScriptStatus.Failed, false, 1, 2),
        ],
        [new ResultWarning("missing", "A script is missing.") { Script = "migrations/projectdb/0_x.sql" }],
        new ResultError("statement-failed", "It failed.", "Repair it.")
        {
            Script = "migrations/projectdb/R__b.sql",
            Statement = 1,
            Line = 2,
            Column = 3,
            SqlState = "42P01",
            Hint = "Perhaps.",
        })
    {
        Continues = true,
        WaitingFor = new LockHolder(42, "drawbridge", Time),
        Plan = new PlanFindings(
            ["migrations/projectdb/1_a.up.sql"],
            ["migrations/projectdb/0_x.sql"],
            ["migrations/projectdb/2_b.up.sql"],
            new LockHolder(42, "drawbridge", Time),
            new NewestRow("1", "migrations/projectdb/1_a.up.sql", "applied", Time, Id)),
    };

    public static ReleaseScript Migration(string key, string version) =>
        new(key, ScriptKind.Migration, version, "create users", Hash, Hash, 312, "v1") { FlywayChecksum = -523675775 };

    private static ReleaseScript Repeatable(string key) =>
        new(key, ScriptKind.Repeatable, null, "views", Hash, Hash, 1, null);
}
