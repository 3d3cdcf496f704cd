namespace Drawbridge.Rules.Changes;

/// <summary>What a repository can hold where a script should be.</summary>
public enum FileKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A symbolic link, which is never followed.</summary>
    Symlink,

    /// <summary>Another repository.</summary>
    Submodule,
}
