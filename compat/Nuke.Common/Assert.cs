using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Ends a target with a sentence when something does not hold.</summary>
public static class Assert
{
    /// <summary>Ends the target.</summary>
    [DoesNotReturn]
    public static void Fail(string message, Exception exception = null!) => throw new Exception(message, exception);

    /// <summary>Ends the target unless the condition holds.</summary>
    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string message = null!,
        [CallerArgumentExpression(nameof(condition))] string argumentExpression = null!)
    {
        if (!condition)
        {
            Fail(message ?? $"Expected '{argumentExpression}' to be true");
        }
    }

    /// <summary>Ends the target when the file is missing.</summary>
    public static void FileExists(
        string path,
        string message = null!,
        [CallerArgumentExpression(nameof(path))] string argumentExpression = null!) =>
        True(File.Exists(path), message ?? $"Expected file '{path}' to exist", argumentExpression);
}
