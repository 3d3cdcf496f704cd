using Drawbridge.Configuration;
using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logins;
using Drawbridge.LambdaFunction.Problems;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.LambdaFunction.Settings;

/// <summary>What the environment says. A flaw keeps the function from applying, never from answering.</summary>
/// <param name="Bucket">The only bucket whose events count; null when it is not known.</param>
/// <param name="Layout">Where things are in it.</param>
/// <param name="Server">Null when the setting is missing or can't be used.</param>
/// <param name="RootDatabase">The database that is there before any other.</param>
/// <param name="Trigger">What makes the function work.</param>
/// <param name="Flaws">What is wrong with them; empty when all is well.</param>
internal sealed record FunctionSettings(
    string? Bucket,
    BucketLayout Layout,
    IDatabaseServer? Server,
    string RootDatabase,
    Trigger Trigger,
    IReadOnlyList<Problem> Flaws)
{
    /// <summary>What may be shown of them.</summary>
    public string Summary =>
        $"Serves bucket '{Bucket}', prefix '{Layout.Prefix}', root database '{RootDatabase}'; {Flaws.Count} settings have a flaw.";

    /// <summary>Reads the environment.</summary>
    public static FunctionSettings Read(IReadOnlyDictionary<string, string> environment) =>
        Read(AwsAccess.Of(environment));

    /// <summary>Reads the environment, with a say in how its credentials are found and what time it is.</summary>
    public static FunctionSettings Read(AwsAccess aws)
    {
        var environment = aws.Environment;
        var bucket = Setting(environment, "BUCKET");
        var (server, flawOfServer) = DatabaseSetting.Read(aws);
        var rootDatabase = Setting(environment, "ROOT_DATABASE")
            ?? server?.UsualRootDatabase
            ?? Configuration.RootDatabase.Of(DatabaseEngine.PostgreSql);
        var trigger = Setting(environment, "TRIGGER") ?? KebabCase.Of(Trigger.Release);
        return new FunctionSettings(
            bucket,
            BucketLayout.At(Setting(environment, "PREFIX") ?? ""),
            server,
            rootDatabase,
            trigger == KebabCase.Of(Trigger.Upload) ? Trigger.Upload : Trigger.Release,
            [.. new[] { FlawOfBucket(bucket), flawOfServer, FlawOfRootDatabase(rootDatabase), FlawOfTrigger(trigger) }.OfType<Problem>()]);
    }

    private static string? Setting(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static Problem? FlawOfBucket(string? bucket)
    {
        if (bucket is null)
        {
            return new SettingMissing("BUCKET", "acme-migrations");
        }

        var isName = bucket.Length is >= 3 and <= 63
            && bucket.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.');
        return isName ? null : new SettingInvalid("BUCKET", bucket, "the name of a bucket");
    }

    private static SettingInvalid? FlawOfTrigger(string trigger) =>
        Enum.GetValues<Trigger>().Any(known => KebabCase.Of(known) == trigger)
            ? null
            : new SettingInvalid("TRIGGER", trigger, "'release' or 'upload'");

    private static SettingInvalid? FlawOfRootDatabase(string name) =>
        DatabaseName.IsValid(name) ? null : new SettingInvalid("ROOT_DATABASE", name, "the name of a database");
}
