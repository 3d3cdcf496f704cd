namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// What one name means, or one property is, while the scripts run: each value holds until the next. Values are added in
/// the order in which the scripts run. Mostly there is one, so that one needs no list.
/// </summary>
internal sealed class Timeline<T>
{
    private (ScriptPlace At, T Value) _first;
    private List<(ScriptPlace At, T Value)>? _others;

    public bool IsEmpty { get; private set; } = true;

    public T? Last => IsEmpty ? default : _others is null ? _first.Value : _others[^1].Value;

    public void Set(T value, ScriptPlace at)
    {
        if (IsEmpty)
        {
            (_first, IsEmpty) = ((at, value), false);
        }
        else
        {
            (_others ??= []).Add((at, value));
        }
    }

    /// <summary>The value that a statement meets.</summary>
    public T? Before(ScriptPlace when) => Find(when, isAfter: false);

    /// <summary>The value that a statement leaves.</summary>
    public T? After(ScriptPlace when) => Find(when, isAfter: true);

    private T? Find(ScriptPlace when, bool isAfter)
    {
        if (IsEmpty || !Holds(_first.At, when, isAfter))
        {
            return default;
        }

        var held = 0;
        for (var end = _others?.Count ?? 0; held < end;)
        {
            var middle = (held + end) / 2;
            if (Holds(_others![middle].At, when, isAfter))
            {
                held = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return held == 0 ? _first.Value : _others![held - 1].Value;
    }

    private static bool Holds(ScriptPlace at, ScriptPlace when, bool isAfter) =>
        isAfter ? !when.IsBefore(at) : at.IsBefore(when);
}
