namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// What one name means, or one property is, while the scripts run: each value holds until the next. Values are added in
/// the order in which the scripts run.
/// </summary>
internal sealed class Timeline<T>
{
    private readonly List<Placed<T>> _values = [];

    public bool IsEmpty => _values is [];

    public T? Last => _values is [.., var last] ? last.What : default;

    public void Set(T value, ScriptPlace at) => _values.Add(new Placed<T>(at, value));

    /// <summary>The value that a statement meets.</summary>
    public T? Before(ScriptPlace when) => Latest(value => value.At.IsBefore(when));

    /// <summary>The value that a statement leaves.</summary>
    public T? After(ScriptPlace when) => Latest(value => !when.IsBefore(value.At));

    /// <summary>The last value of those, at the front, for which something holds.</summary>
    private T? Latest(Predicate<Placed<T>> holds)
    {
        var (low, high) = (0, _values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(_values[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? default : _values[low - 1].What;
    }
}
