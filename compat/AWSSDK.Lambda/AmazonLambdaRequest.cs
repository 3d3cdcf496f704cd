#nullable disable // as published: the package has no nullable annotations

using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Any request to Lambda.</summary>
public class AmazonLambdaRequest : AmazonWebServiceRequest;
