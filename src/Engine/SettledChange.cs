namespace Drawbridge.Engine;

/// <summary>A change of history that runs no script.</summary>
internal enum SettledChange
{
    /// <summary>
    /// Version, description, kind, path, checksum, release, commit, actor, tool, release and reason, where it was taken over
    /// from: a script counts as applied.
    /// </summary>
    InsertAdopted,

    /// <summary>How far the other tool's history is taken over now.</summary>
    MoveAdoption,

    /// <summary>Row, path, checksum, release and reason: one line a mark.</summary>
    Note,

    /// <summary>Row: its script begins again from its first statement.</summary>
    BeginAgain,

    /// <summary>Row of an undo script: what it does is done, and its migration lives no more.</summary>
    FinishUndo,

    /// <summary>Row: what its script does is done, by whatever means.</summary>
    MarkDone,
}
