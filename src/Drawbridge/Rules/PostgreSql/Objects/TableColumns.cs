namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>The columns of a table, by the names that they have at the time.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<string, Timeline<TableColumn?>> _names = new(StringComparer.Ordinal);

    /// <summary>The column that a statement meets under a name; null when no script names it before.</summary>
    public TableColumn? Before(string name, ScriptPlace when) => _names.GetValueOrDefault(name)?.Before(when);

    /// <summary>The column that has a name when a statement ran.</summary>
    public TableColumn? After(string name, ScriptPlace when) => _names.GetValueOrDefault(name)?.After(when);

    /// <summary>Whether a statement meets one for which something holds.</summary>
    public bool Any(Predicate<TableColumn> holds, ScriptPlace when) =>
        _names.Values.Any(name => name.Before(when) is { } column && holds(column));

    public void Add(string name, TableColumn column, ScriptPlace at) => TimelineOf(name).Set(column, at);

    public void Rename(string name, string newName, ScriptPlace at)
    {
        var column = Get(name, at);
        TimelineOf(name).Set(null, at);
        TimelineOf(newName).Set(column, at);
    }

    public void Drop(string name, ScriptPlace at)
    {
        foreach (var part in Get(name, at).Parts)
        {
            part.Drop(at);
        }

        TimelineOf(name).Set(null, at);
    }

    /// <summary>The column that a name means when a statement ran; one that nobody added was always there.</summary>
    public TableColumn Get(string name, ScriptPlace at)
    {
        var timeline = TimelineOf(name);
        if (timeline.After(at) is { } known)
        {
            return known;
        }

        var column = new TableColumn(ScriptPlace.Beginning, definition: null);
        timeline.Set(column, timeline.IsEmpty ? ScriptPlace.Beginning : at);
        return column;
    }

    private Timeline<TableColumn?> TimelineOf(string name)
    {
        if (!_names.TryGetValue(name, out var timeline))
        {
            _names.Add(name, timeline = new Timeline<TableColumn?>());
        }

        return timeline;
    }
}
