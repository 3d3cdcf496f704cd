#nullable disable // as published: the package has no nullable annotations

using Amazon.Lambda.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda;

/// <summary>Where Lambda answers, and how patient a client is.</summary>
public class AmazonLambdaConfig : ClientConfig
{
    private const string Service = "lambda";

    /// <summary>As the environment and the shared configuration files say it.</summary>
    public AmazonLambdaConfig()
        : base(new DefaultConfigurationProvider(LambdaDefaults.All))
    {
        ServiceId = "Lambda";
        AuthenticationServiceName = Service;
        EndpointProvider = new LambdaEndpoint(this);
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Service;

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-03-31";

    /// <inheritdoc/>
    public override string UserAgent => "drawbridge-stand-in";

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new EndpointParameters());
}
