#nullable disable // as published: the package has no nullable annotations

namespace Amazon.Lambda.Model;

/// <summary>Asks for one run of a function.</summary>
public class InvokeRequest : AmazonLambdaRequest
{
    /// <summary>A name, with a qualifier or without, or an ARN.</summary>
    public string FunctionName { get; set; }

    /// <summary>The event, as JSON.</summary>
    public string Payload { get; set; }
}
