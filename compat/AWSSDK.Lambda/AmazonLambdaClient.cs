#nullable disable // as published: the package has no nullable annotations

using Amazon.Lambda.Internal;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda;

/// <summary>Calls AWS Lambda.</summary>
public class AmazonLambdaClient : AmazonServiceClient
{
    /// <summary>For these credentials.</summary>
    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new LambdaMetadata();

    /// <summary>Has a function run, and waits for its answer.</summary>
    /// <exception cref="AmazonLambdaException">Lambda did not let it run; what the function itself fails of is an answer.</exception>
    public virtual Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default)
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = new InvokeRequestWriter(),
            ResponseUnmarshaller = new InvokeResponseReader(),
        };
        return InvokeAsync<InvokeResponse>(request, options, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new LambdaAddress());
        pipeline.AddHandlerAfter<LambdaAddress>(new LambdaSignature());
    }
}
