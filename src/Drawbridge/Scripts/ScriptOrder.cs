namespace Drawbridge.Scripts;

/// <summary>
/// The order in which the scripts of one database run: migrations by version, then repeatables by path, then, for
/// listing only, undo scripts by version.
/// </summary>
public sealed class ScriptOrder : IComparer<Script>
{
    /// <summary>The one order there is.</summary>
    public static ScriptOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Script? x, Script? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byKind = Comparer<ScriptKind>.Default.Compare(x.Name.Kind, y.Name.Kind);
        var byVersion = byKind != 0 ? byKind : Comparer<ScriptVersion>.Default.Compare(x.Name.Version, y.Name.Version);
        return byVersion != 0 ? byVersion : string.CompareOrdinal(x.Path, y.Path);
    }
}
