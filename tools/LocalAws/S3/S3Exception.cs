namespace Drawbridge.LocalAws.S3;

/// <summary>Ends a request with one of S3's errors; caught once, in <see cref="S3Endpoint"/>.</summary>
internal sealed class S3Exception(S3Error error) : Exception(error.Message)
{
    public S3Error Error { get; } = error;

    /// <summary>What the answer's headers say besides the error.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
