using System.IO.Compression;

namespace Compat.Tests.Packaging;

public sealed class PackingAFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("drawbridge-zip-").FullName;

    [Fact]
    public void Twice_gives_the_same_bytes_whatever_the_times_and_the_order_of_writing()
    {
        var one = Pack("one", ["a.dll", "b/c.json", "z.txt"], new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        var other = Pack("other", ["z.txt", "b/c.json", "a.dll"], new(2020, 6, 7, 8, 9, 10, DateTimeKind.Utc));
        other.ShouldBe(one);
    }

    [Fact]
    public void Files_keep_their_names_and_bytes()
    {
        using var zip = new ZipArchive(new MemoryStream(Pack("one", ["b/c.json", "a.dll"], DateTime.UtcNow)));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["a.dll", "b/c.json"]);
        using var reader = new StreamReader(zip.GetEntry("b/c.json")!.Open());
        reader.ReadToEnd().ShouldBe("text of b/c.json");
    }

    [Fact]
    public void Files_can_be_read_and_run_by_the_user_that_unpacks_them()
    {
        using var zip = new ZipArchive(new MemoryStream(Pack("one", ["a.dll"], DateTime.UtcNow)));
        Convert.ToString((zip.Entries[0].ExternalAttributes >> 16) & 0x1ff, toBase: 8).ShouldBe("755");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private byte[] Pack(string name, string[] files, DateTime time)
    {
        var folder = Path.Combine(_root, name);
        foreach (var file in files.Select(file => Path.Combine(folder, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"text of {Path.GetRelativePath(folder, file)}");
            File.SetLastWriteTimeUtc(file, time);
        }

        DeterministicZip.Write(folder, $"{folder}.zip");
        return File.ReadAllBytes($"{folder}.zip");
    }
}
