namespace Drawbridge.GitHubAction.Git;

/// <summary>What a tree can hold beside other trees.</summary>
internal enum TreeEntryKind
{
    /// <summary>Modes 100644 and 100755.</summary>
    File,

    /// <summary>Mode 120000.</summary>
    Symlink,

    /// <summary>Mode 160000.</summary>
    Submodule,
}
