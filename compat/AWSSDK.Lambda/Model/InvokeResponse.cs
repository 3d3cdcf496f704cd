#nullable disable // as published: the package has no nullable annotations

using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>How one run of a function ended.</summary>
public class InvokeResponse : AmazonWebServiceResponse
{
    /// <summary>Null when the function answered; else its payload describes an error.</summary>
    public string FunctionError { get; set; }

    /// <summary>The function's answer.</summary>
    public MemoryStream Payload { get; set; }
}
