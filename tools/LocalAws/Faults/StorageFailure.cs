namespace Drawbridge.LocalAws.Faults;

/// <summary>How a request to S3 goes wrong.</summary>
public enum StorageFailure
{
    /// <summary>Answered 503 <c>SlowDown</c>.</summary>
    SlowDown,

    /// <summary>Answered 403 <c>AccessDenied</c>.</summary>
    Denied,

    /// <summary>A conditional write is answered 412, as if somebody else had been first. Other requests pass.</summary>
    ConditionLost,

    /// <summary>Carried out after <see cref="StorageFault.Delay"/>.</summary>
    Delayed,

    /// <summary>Never answered; the connection stays open.</summary>
    Silent,

    /// <summary>Carried out, but the connection breaks before the answer.</summary>
    AnswerLost,

    /// <summary>The connection breaks in the middle of the body: of the upload, which then did not happen, or of the answer.</summary>
    CutOff,

    /// <summary>Half of the body is sent as if it were all, with nothing in the headers that would tell.</summary>
    Truncated,
}
