using Amazon.S3;
using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>Where a change is shipped through: this machine's stand-in for AWS, or an account that really is one.</summary>
/// <param name="Bucket">Notifies the function of releases below the prefix.</param>
/// <param name="Function">The function's name, which its results carry.</param>
/// <param name="Prefix">The function's own.</param>
/// <param name="Root">The function's root database.</param>
internal sealed record AwsAccount(string Bucket, string Function, string Prefix, string Root)
{
    /// <summary>The environment variable that names an account: <c>bucket=…;function=…;prefix=…;root=…</c>.</summary>
    public const string Variable = "DRAWBRIDGE_TEST_AWS";

    /// <summary>The environment variable with the URL of the account's server, if it can be reached from here.</summary>
    public const string DatabaseVariable = "DRAWBRIDGE_TEST_AWS_DATABASE";

    private static readonly string[] Known = ["bucket", "function", "prefix", "root"];

    /// <summary>The account that this process was given; null to use this machine.</summary>
    public static AwsAccount? Named { get; } = Read(TestMachine.Variables);

    /// <summary>The server behind the function, as these tests may ask it; null when only results tell.</summary>
    public string? DatabaseUrl { get; init; }

    /// <summary>By which the SDK finds the account: region, credentials, endpoint.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Reads an account out of a process environment; null when it names none.</summary>
    /// <exception cref="LocalEnvironmentException">It lacks a name, or has one that nobody knows.</exception>
    public static AwsAccount? Read(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.GetValueOrDefault(Variable) is not { Length: > 0 } text)
        {
            return null;
        }

        var names = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[^1]);
        if (names.Keys.Except(Known).Any()
            || names.GetValueOrDefault("bucket") is not { } bucket
            || names.GetValueOrDefault("function") is not { } function)
        {
            throw new LocalEnvironmentException(
                $"'{Variable}' is '{text}'. Write 'bucket=<name>;function=<name>', and if they are not the usual ones, "
                + "';prefix=<folder>/;root=<database>'.");
        }

        return new AwsAccount(
            bucket, function, names.GetValueOrDefault("prefix", ""), names.GetValueOrDefault("root", "postgres"))
        {
            DatabaseUrl = environment.GetValueOrDefault(DatabaseVariable) is { Length: > 0 } url ? url : null,
            Variables = environment.Where(variable => variable.Key.StartsWith("AWS_", StringComparison.Ordinal)).ToDictionary(),
        };
    }

    /// <summary>A client for the bucket: with the keys that are named, else with the SDK's own chain.</summary>
    public IAmazonS3 Connect()
    {
        var config = new AmazonS3Config();
        if (Variables.GetValueOrDefault("AWS_ENDPOINT_URL") is { } endpoint)
        {
            (config.ServiceURL, config.ForcePathStyle) = (endpoint, true);
        }

        return (Variables.GetValueOrDefault("AWS_ACCESS_KEY_ID"), Variables.GetValueOrDefault("AWS_SESSION_TOKEN")) switch
        {
            (null, _) => new AmazonS3Client(config),
            ({ } key, null) => new AmazonS3Client(key, Variables["AWS_SECRET_ACCESS_KEY"], config),
            ({ } key, { } token) => new AmazonS3Client(key, Variables["AWS_SECRET_ACCESS_KEY"], token, config),
        };
    }
}
