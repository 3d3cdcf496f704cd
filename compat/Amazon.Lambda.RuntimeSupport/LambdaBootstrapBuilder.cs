#nullable disable // as published: the package has no nullable annotations

using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes the loop for a handler.</summary>
public class LambdaBootstrapBuilder
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;

    private LambdaBootstrapBuilder(Func<Stream, ILambdaContext, Task<Stream>> handler) => _handler = handler;

    /// <summary>For a handler that reads its event and writes its response as it likes.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) => new(handler);

    /// <summary>The loop, not yet running.</summary>
    public LambdaBootstrap Build() => new(_handler);
}
