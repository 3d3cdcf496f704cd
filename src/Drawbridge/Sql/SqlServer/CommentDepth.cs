namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// Looks for comments in comments, which ScriptDom reads by recursion: too many would overflow its stack.
/// </summary>
internal ref struct CommentDepth
{
    private const int Most = 100;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private CommentDepth(ReadOnlySpan<char> text) => _text = text;

    private readonly ReadOnlySpan<char> Rest => _text[_at..];

    /// <summary>
    /// Where the first comment begins that holds too many others inside each other; null when none does.
    /// </summary>
    public static int? FirstTooDeep(string text) =>
        text.Contains("/*", StringComparison.Ordinal) ? new CommentDepth(text).Find() : null;

    private int? Find()
    {
        while (Pass(Rest.IndexOfAny("'\"[-/")))
        {
            var start = _at;
            switch (Rest)
            {
                case ['/', '*', ..] when !PassComment():
                    return start;
                case ['/', '*', ..]:
                    break;
                case ['-', '-', ..]:
                    Pass(Rest.IndexOfAny('\r', '\n'));
                    break;
                case ['\'' or '"' or '[', ..]:
                    PassQuoted(Rest[0] == '[' ? ']' : Rest[0]);
                    break;
                default:
                    _at++;
                    break;
            }
        }

        return null;
    }

    /// <summary>False for one that is too deep.</summary>
    private bool PassComment()
    {
        for (var depth = 0; depth <= Most;)
        {
            depth += Rest is ['/', ..] ? 1 : -1;
            _at += 2;
            if (depth == 0 || !Pass(NextBound()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The nearer of <c>/*</c> and <c>*/</c>: looked for by their star, so that a text of one of them is read once.
    /// </summary>
    private readonly int NextBound()
    {
        for (var at = 0; Rest[at..].IndexOf('*') is var found and >= 0; at += found + 1)
        {
            var star = at + found;
            if (star > 0 && Rest[star - 1] == '/')
            {
                return star - 1;
            }

            if (star + 1 < Rest.Length && Rest[star + 1] == '/')
            {
                return star;
            }
        }

        return -1;
    }

    private void PassQuoted(char end)
    {
        _at++;
        if (Pass(Rest.IndexOf(end)))
        {
            _at++;
        }
    }

    /// <summary>Goes on by a number of characters, or to the end when there is none.</summary>
    private bool Pass(int length)
    {
        _at = length < 0 ? _text.Length : _at + length;
        return length >= 0;
    }
}
