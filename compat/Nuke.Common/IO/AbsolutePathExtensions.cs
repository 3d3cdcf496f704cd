using System.Text;

namespace Nuke.Common.IO;

/// <summary>What can be done with files and directories.</summary>
public static class AbsolutePathExtensions
{
    /// <summary>Whether the file exists.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>Whether the directory exists.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>Makes the directory, and those above it.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Makes the directory, and empties it.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    /// <summary>Deletes the file, if there is one.</summary>
    public static void DeleteFile(this AbsolutePath path) => File.Delete(path);

    /// <summary>Deletes the directory with all that is in it, if there is one.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (path.DirectoryExists())
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>The files of the directory, and of those below it down to the depth.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = default) =>
        Directory.EnumerateFiles(path, pattern, Enumeration(depth, attributes))
            .Order(StringComparer.Ordinal)
            .Select(file => (AbsolutePath)file);

    /// <summary>The directories of the directory, and of those below it down to the depth.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = default) =>
        Directory.EnumerateDirectories(path, pattern, Enumeration(depth, attributes))
            .Order(StringComparer.Ordinal)
            .Select(directory => (AbsolutePath)directory);

    /// <summary>The text of the file.</summary>
    public static string ReadAllText(this AbsolutePath path, Encoding encoding = null!) =>
        File.ReadAllText(path, encoding ?? Encoding.UTF8);

    /// <summary>The lines of the file.</summary>
    public static string[] ReadAllLines(this AbsolutePath path, Encoding encoding = null!) =>
        File.ReadAllLines(path, encoding ?? Encoding.UTF8);

    /// <summary>Writes the file, its directory too, with one line break at the end.</summary>
    public static void WriteAllText(
        this AbsolutePath path,
        string content,
        Encoding encoding = null!,
        bool? eofLineBreak = null)
    {
        path.Parent.CreateDirectory();
        var text = eofLineBreak == false ? content : content.TrimEnd('\r', '\n') + "\n";
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static EnumerationOptions Enumeration(int depth, FileAttributes attributes) => new()
    {
        RecurseSubdirectories = depth > 1,
        MaxRecursionDepth = depth - 1,
        AttributesToSkip = attributes,
    };
}
