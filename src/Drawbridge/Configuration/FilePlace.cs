namespace Drawbridge.Configuration;

/// <summary>A place in <c>drawbridge.yml</c>, as an editor shows it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct FilePlace(int Line, int Column)
{
    /// <summary>The place of what concerns the file as a whole.</summary>
    public static FilePlace Start { get; } = new(1, 1);
}
