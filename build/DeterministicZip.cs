using System.IO.Compression;

/// <summary>
/// An archive that depends on nothing but the names and bytes of the files: their order is ordinal, and times and
/// permissions are the same for all.
/// </summary>
static class DeterministicZip
{
    /// <summary>Readable by all and executable, which a program's host file must be and the others may be.</summary>
    const int Permissions = 0b111_101_101;

    const int RegularFile = 0x8000;

    /// <summary>The first moment that the format knows.</summary>
    static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string directory, string archive)
    {
        var names =
            from file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            select Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/');
        using var zip = new ZipArchive(File.Create(archive), ZipArchiveMode.Create);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Time;
            entry.ExternalAttributes = (RegularFile | Permissions) << 16;
            using var target = entry.Open();
            using var source = File.OpenRead(Path.Combine(directory, name));
            source.CopyTo(target);
        }
    }
}
