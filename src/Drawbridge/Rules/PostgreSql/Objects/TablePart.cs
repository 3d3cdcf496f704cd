namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>An index or a constraint of a table.</summary>
/// <param name="added">When it was added.</param>
internal abstract class TablePart(ScriptPlace added)
{
    public ScriptPlace Added { get; } = added;

    /// <summary>When it was dropped, by itself or with a column; null for never.</summary>
    public ScriptPlace? Dropped { get; private set; }

    /// <summary>Its name, which may change.</summary>
    public virtual string? Name { get; set; }

    public void Drop(ScriptPlace at) => Dropped ??= at;

    /// <summary>Whether it is there when a statement runs. One statement drops first, and adds last.</summary>
    public bool IsThere(ScriptPlace when) =>
        Added.IsBefore(when) && (Dropped is not { } dropped || when.IsBefore(dropped));

    /// <summary>
    /// Whether all rows obey it when a statement runs: it is there, or only the script of the statement dropped it.
    /// </summary>
    public bool HeldIn(ScriptPlace when) =>
        Added.IsBefore(when) && (Dropped is not { } dropped || dropped.Script >= when.Script);
}
