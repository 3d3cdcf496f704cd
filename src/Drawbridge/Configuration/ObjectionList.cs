namespace Drawbridge.Configuration;

/// <summary>
/// Collects what is wrong with <c>drawbridge.yml</c>, up to a limit: a file of nonsense needs no thousand errors.
/// </summary>
internal sealed class ObjectionList
{
    private const int Most = 50;

    private const int LongestQuote = 60;

    private readonly List<Objection> _all = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Objection> InOrder =>
        [.. _all.OrderBy(objection => objection.Place.Line).ThenBy(objection => objection.Place.Column)];

    /// <summary>A text in 'quotes', cut when it is long.</summary>
    public static string Quote(string text) =>
        text.Length <= LongestQuote ? $"'{text}'" : $"'{text[..LongestQuote]}…'";

    public void Add(FilePlace place, string message, string remedy)
    {
        if (_all.Count < Most)
        {
            _all.Add(new Objection(place, message, remedy));
        }
    }
}
