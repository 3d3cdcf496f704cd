namespace Drawbridge.Manifests;

/// <summary>What a mark declares of a script.</summary>
public enum MarkedAs
{
    /// <summary>What it does is done, by whatever means.</summary>
    Done,

    /// <summary>It was begun and must begin again from its first statement.</summary>
    RunAgain,
}
