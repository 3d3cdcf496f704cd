namespace Drawbridge.Scripts;

/// <summary>What a script is for.</summary>
public enum ScriptKind
{
    /// <summary>Versioned, applied once, in version order.</summary>
    Migration,

    /// <summary>Without a version, applied again when its content changes, after the migrations.</summary>
    Repeatable,

    /// <summary>The partner of a migration that takes it back.</summary>
    Undo,
}
