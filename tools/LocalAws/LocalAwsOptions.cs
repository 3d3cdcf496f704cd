using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalAws;

/// <summary>What to stand in for.</summary>
public sealed record LocalAwsOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The region that events and variables name. A client may use any.</summary>
    public string Region { get; init; } = "eu-central-1";

    /// <summary>The buckets that exist from the start. Only they notify the function.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>The keys whose creation is announced, by how they begin.</summary>
    public IReadOnlyList<string> NotifyPrefixes { get; init; } = ["releases/", "plans/"];

    /// <summary>Whether each bucket announces itself with an <c>s3:TestEvent</c>, as S3 does.</summary>
    public bool SendTestEvent { get; init; } = true;

    /// <summary>Where the current objects are shown as files; null shows them nowhere.</summary>
    public string? Directory { get; init; }

    /// <summary>
    /// The access keys that may come in; none means every one. The first is the clients', the last the function's.
    /// </summary>
    public IReadOnlyList<string> AccessKeyIds { get; init; } = [];

    /// <summary>
    /// How to start the function; null leaves it to processes that poll <see cref="LocalAwsServer.RuntimeApi"/>.
    /// </summary>
    public FunctionCommand? Function { get; init; }

    /// <summary>How Lambda treats the function.</summary>
    public LambdaSettings Lambda { get; init; } = new();

    /// <summary>Is told, line by line, what the function says and what becomes of its invocations.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>The clock of time-outs, delays and time stamps.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
