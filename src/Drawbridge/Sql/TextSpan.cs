namespace Drawbridge.Sql;

/// <summary>A part of a script, in UTF-16 code units.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextSpan(int Offset, int Length)
{
    /// <summary>The offset just behind it.</summary>
    public int End => Offset + Length;
}
