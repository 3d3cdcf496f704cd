using Drawbridge.LocalAws;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Bench.Function;

/// <summary>A bucket with a runtime API before a server: what processes of the function meet.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Bucket = "drawbridge";
    public const string RootDatabase = "postgres";

    private Site(LocalPostgres server, LocalAwsServer aws) => (Server, Aws) = (server, aws);

    public LocalPostgres Server { get; }

    public LocalAwsServer Aws { get; }

    /// <summary>What the function is told about its world.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(Aws.ClientVariables)
    {
        ["AWS_LAMBDA_RUNTIME_API"] = Aws.RuntimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = "drawbridge",
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "1024",
        ["BUCKET"] = Bucket,
        ["DATABASE"] = Server.Url("DB_NAME"),
        ["ROOT_DATABASE"] = RootDatabase,
    };

    public static async Task<Site> Open(LocalPostgres server) =>
        new(server, await LocalAwsServer.Start(new LocalAwsOptions { Buckets = [Bucket], SendTestEvent = false }));

    public ValueTask DisposeAsync() => Aws.DisposeAsync();
}
