namespace Drawbridge.Engine.Donors;

/// <summary>What a row of another tool's history says.</summary>
public enum DonorRowKind
{
    /// <summary>A script of SQL was applied.</summary>
    Script,

    /// <summary>Code was run.</summary>
    Code,

    /// <summary>A script counts no more: it was taken back, or its row deleted.</summary>
    End,

    /// <summary>Everything up to a version counts as applied.</summary>
    UpTo,

    /// <summary>Nothing about scripts.</summary>
    Note,
}
