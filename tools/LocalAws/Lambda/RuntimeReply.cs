namespace Drawbridge.LocalAws.Lambda;

/// <summary>What the runtime API says to a runtime that reports something.</summary>
internal enum RuntimeReply
{
    Accepted,
    InvalidRequestId,
    InvalidStateTransition,
}
