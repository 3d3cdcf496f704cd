using System.Globalization;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>The environment variables that Lambda gives to a function.</summary>
internal static class FunctionVariables
{
    /// <summary>
    /// What a program needs of this machine to start at all. Nothing else leaks in, as nothing does on Lambda.
    /// </summary>
    public static IReadOnlyList<string> Inherited { get; } =
        ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "SystemRoot", "SystemDrive", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA", "APPDATA"];

    /// <summary>What any process needs to talk to the S3 here.</summary>
    public static Dictionary<string, string> Client(string endpoint, LocalAwsOptions options) => new()
    {
        ["AWS_ENDPOINT_URL"] = endpoint,
        ["AWS_REGION"] = options.Region,
        ["AWS_DEFAULT_REGION"] = options.Region,
        ["AWS_ACCESS_KEY_ID"] = options.AccessKeyIds is [var first, ..] ? first : "ASIALOCALAWS",
        ["AWS_SECRET_ACCESS_KEY"] = "local-aws",
        ["AWS_SESSION_TOKEN"] = "local-aws",
    };

    /// <summary>The function is somebody else than its clients, unless only named keys may come in.</summary>
    public static string AccessKeyId(LocalAwsOptions options) =>
        options.AccessKeyIds is [.., var last] ? last : "ASIALOCALFUNCTION";

    public static Dictionary<string, string> Function(
        string endpoint, string runtimeApi, string logStream, LocalAwsOptions options)
    {
        var command = options.Function!;
        var name = options.Lambda.FunctionName;
        var variables = new Dictionary<string, string>(Client(endpoint, options))
        {
            ["AWS_ACCESS_KEY_ID"] = AccessKeyId(options),
            ["_HANDLER"] = command.Handler,
            ["LAMBDA_TASK_ROOT"] = command.TaskRoot,
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = options.Lambda.MemoryMegabytes.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{name}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream,
            ["TZ"] = ":UTC",
        };
        foreach (var (key, value) in command.Environment)
        {
            variables[key] = value;
        }

        return variables;
    }
}
