using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Internal;

/// <summary>How the pipeline calls this service.</summary>
internal sealed class LambdaMetadata : IServiceMetadata
{
    public string ServiceId => "Lambda";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
