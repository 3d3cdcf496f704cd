#nullable disable // as the package that this stands in for

using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Lambda.Internal;

/// <summary>The endpoint that was named, else the region's own.</summary>
internal sealed class LambdaEndpoint(IClientConfig config) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters) => new(config.ServiceURL is { Length: > 0 } named
        ? named
        : $"https://lambda.{config.RegionEndpoint.SystemName}.{config.RegionEndpoint.PartitionDnsSuffix}/");
}
