namespace Drawbridge.Sql;

/// <summary>Counts lines and columns while going forward, so that a whole script costs one pass.</summary>
internal ref struct PositionCounter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _offset = text is ['\uFEFF', ..] ? 1 : 0;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The position of an offset that is not before the last one asked for.</summary>
    public TextPosition At(int offset)
    {
        while (_offset < offset)
        {
            var end = _text[_offset..offset].IndexOfAny('\r', '\n');
            if (end < 0)
            {
                _column += CodePoints.Count(_text[_offset..offset]);
                _offset = offset;
                break;
            }

            PassLineBreak(_offset + end);
        }

        return new TextPosition(offset, _line, _column);
    }

    private void PassLineBreak(int at)
    {
        // The CR of CRLF still belongs to its line: the LF ends it.
        var endsLine = _text[at] == '\n' || at + 1 == _text.Length || _text[at + 1] != '\n';
        _column = endsLine ? 1 : _column + CodePoints.Count(_text[_offset..(at + 1)]);
        _line += endsLine ? 1 : 0;
        _offset = at + 1;
    }
}
