namespace Drawbridge.Chaos.Scripts;

/// <summary>A script whose effects show how often it ran.</summary>
/// <param name="Path">Its file name.</param>
/// <param name="Text">Its SQL.</param>
/// <param name="Steps">How many rows, numbered from 1, it leaves in the ledger.</param>
public sealed record GeneratedScript(string Path, string Text, int Steps)
{
    /// <summary>What the ledger calls it.</summary>
    public string Name => Path.Split('_')[0] is "R" ? Path : Path.Split('_')[0];

    /// <summary>Whether it is one transaction, so that all of it happens or nothing.</summary>
    public bool IsTransactional { get; init; } = true;

    /// <summary>Whether nobody can tell what it did when its run dies, because it commits by itself.</summary>
    public bool IsUnknowable { get; init; }

    /// <summary>An index that it makes; null for none.</summary>
    public string? Index { get; init; }
}
