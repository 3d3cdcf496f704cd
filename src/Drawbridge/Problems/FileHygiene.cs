namespace Drawbridge.Problems;

/// <summary>A script's bytes can't be used as they are.</summary>
public sealed record FileHygiene(string Path, int? Line, string Message, string Remedy) : Problem(Message, Remedy)
{
    internal static FileHygiene Empty(string path) => new(
        path, null, $"Script '{path}' is empty.", "Write its SQL, or remove the file.");

    internal static FileHygiene TooLarge(string path, long size, long limit) => new(
        path,
        null,
        $"Script '{path}' has {size:N0} bytes; the limit is {limit:N0} bytes (16 MiB).",
        "Split it into several scripts, or load bulk data by other means.");

    internal static FileHygiene NotUtf8(string path, int line) => new(
        path, line, $"Script '{path}' is not UTF-8: line {line} holds a byte that starts no character.", "Save the file as UTF-8.");

    internal static FileHygiene Nul(string path, int line) => new(
        path, line, $"Script '{path}' holds a NUL character in line {line}, which PostgreSQL can't store.", "Remove it; save the file as UTF-8, not UTF-16.");
}
