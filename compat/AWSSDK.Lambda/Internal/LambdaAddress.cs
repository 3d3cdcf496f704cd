#nullable disable // as the package that this stands in for

using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Internal;

/// <summary>Has requests sent to where the configuration says: its endpoint provider knows all that counts.</summary>
internal sealed class LambdaAddress : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => new();
}
