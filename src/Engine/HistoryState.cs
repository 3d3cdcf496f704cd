namespace Drawbridge.Engine;

/// <summary>What history says of a script.</summary>
public enum HistoryState
{
    /// <summary>Done.</summary>
    Applied,

    /// <summary>Runs without a transaction and has not ended yet.</summary>
    Started,

    /// <summary>Taken back.</summary>
    Undone,

    /// <summary>Applied by another tool, taken over.</summary>
    Adopted,
}
