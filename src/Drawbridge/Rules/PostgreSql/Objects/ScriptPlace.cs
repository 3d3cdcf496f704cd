namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>When a statement runs.</summary>
/// <param name="Script">The place of its script among the others, in the order in which they run.</param>
/// <param name="Offset">Where it stands in the script.</param>
public readonly record struct ScriptPlace(int Script, int Offset)
{
    /// <summary>Before all scripts.</summary>
    public static ScriptPlace Beginning { get; } = new(-1, 0);

    /// <summary>Whether it runs before another.</summary>
    public bool IsBefore(ScriptPlace other) =>
        Script < other.Script || (Script == other.Script && Offset < other.Offset);
}
