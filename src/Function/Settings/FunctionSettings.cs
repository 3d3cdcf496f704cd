using Drawbridge.LambdaFunction.Problems;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.LambdaFunction.Settings;

/// <summary>What the environment says. A flaw keeps the function from applying, never from answering.</summary>
/// <param name="Bucket">The only bucket whose events count; null when it is not known.</param>
/// <param name="Layout">Where things are in it.</param>
/// <param name="Database">The way to the server, with its password: never to be shown.</param>
/// <param name="RootDatabase">The database that is there before any other.</param>
/// <param name="Flaws">What is wrong with them; empty when all is well.</param>
public sealed record FunctionSettings(
    string? Bucket,
    BucketLayout Layout,
    string Database,
    string RootDatabase,
    IReadOnlyList<Problem> Flaws)
{
    private const string DefaultRootDatabase = "postgres";

    /// <summary>Reads the environment.</summary>
    public static FunctionSettings Read(IReadOnlyDictionary<string, string> environment)
    {
        var bucket = Setting(environment, "BUCKET");
        var database = Setting(environment, "DATABASE");
        var rootDatabase = Setting(environment, "ROOT_DATABASE") ?? DefaultRootDatabase;
        return new FunctionSettings(
            bucket,
            BucketLayout.At(Setting(environment, "PREFIX") ?? ""),
            database ?? "",
            rootDatabase,
            [.. new[] { FlawOfBucket(bucket), FlawOfDatabase(database), FlawOfRootDatabase(rootDatabase) }.OfType<Problem>()]);
    }

    /// <summary>The record's own text would hold the password.</summary>
    public override string ToString() => $"{nameof(FunctionSettings)} of bucket '{Bucket}'";

    private static string? Setting(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static Problem? FlawOfBucket(string? bucket)
    {
        if (bucket is null)
        {
            return new SettingMissing("BUCKET", "acme-migrations");
        }

        var isName = bucket.Length is >= 3 and <= 63
            && bucket.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.');
        return isName ? null : new SettingInvalid("BUCKET", bucket, "the name of a bucket");
    }

    private static SettingMissing? FlawOfDatabase(string? database) =>
        database is null ? new SettingMissing("DATABASE", "postgres://user:password@host:5432/DB_NAME") : null;

    private static SettingInvalid? FlawOfRootDatabase(string name) =>
        DatabaseName.IsValid(name) ? null : new SettingInvalid("ROOT_DATABASE", name, "the name of a database");
}
