namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Finds a query that PL/pgSQL ran in the body that it took the query from.</summary>
internal static class QueryInBody
{
    /// <summary>A query whose beginning stands in a body more often than this is not looked for any further.</summary>
    private const int MostPlaces = 100;

    private const string Select = "SELECT";

    /// <summary>Where a place in the query stands in the body; null when the body has no such query.</summary>
    /// <param name="body">The code.</param>
    /// <param name="from">Where the statement begins that ran the query.</param>
    /// <param name="query">As the server says it.</param>
    /// <param name="at">The place in it.</param>
    public static int? Find(string body, int from, string query, int at)
    {
        if (Find(body, from, query) is { } whole)
        {
            return whole + at;
        }

        return WithoutSelect(query) is { } start && Find(body, from, query[start..]) is { } part
            ? part + Math.Max(0, at - start)
            : null;
    }

    /// <summary>
    /// PL/pgSQL writes SELECT before what follows PERFORM, and up to version 13 before every expression.
    /// </summary>
    private static int? WithoutSelect(string query) => query.StartsWith(Select, StringComparison.Ordinal)
        ? query.Length - query[Select.Length..].TrimStart().Length
        : null;

    private static int? Find(string body, int from, string query)
    {
        var end = query.IndexOf(' ', StringComparison.Ordinal);
        var word = end < 0 ? query : query[..end];
        for (var (at, tries) = (from, 0); word.Length > 0 && tries < MostPlaces; at++, tries++)
        {
            at = body.IndexOf(word, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            if (IsAlike(body.AsSpan(at), query))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>PL/pgSQL takes <c>INTO a</c> out of a query and leaves as many spaces.</summary>
    private static bool IsAlike(ReadOnlySpan<char> body, string query)
    {
        if (query.Length > body.Length)
        {
            return false;
        }

        for (var at = 0; at < query.Length; at++)
        {
            if (query[at] != ' ' && query[at] != body[at])
            {
                return false;
            }
        }

        return true;
    }
}
