namespace Drawbridge.Sql;

/// <summary>A place in a script, as an editor shows it.</summary>
/// <param name="Offset">UTF-16 code units from the start of the text, a byte-order mark included.</param>
/// <param name="Line">1-based; LF, CRLF and a lone CR each end a line.</param>
/// <param name="Column">1-based, in characters (code points); a tab is one, a byte-order mark is none.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column);
