using System.Globalization;

namespace Drawbridge.LocalEnvironment.Postgres;

/// <summary>The programs of one PostgreSQL version.</summary>
/// <param name="Directory">Holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="LibraryDirectory">Their own libraries, when the system has none for them.</param>
internal sealed record PostgresBinaries(string Directory, string? LibraryDirectory = null)
{
    private static readonly string[] ServerPrograms = ["initdb", "pg_ctl", "postgres"];
    private static readonly string[] ClientPrograms = ["psql", "pg_dump"];

    /// <summary>
    /// The server that is installed on this machine, in the version asked for, and that its unprivileged user can run.
    /// </summary>
    public static PostgresBinaries? Installed(LocalPostgresOptions options)
    {
        var folders =
            from folder in Candidates(options, "initdb")
            where options.MajorVersion is not { } major || MajorVersion(folder) == major
            where HoldsAll(folder, ServerPrograms) && ServerUser.CanReach(folder)
            select folder;
        return folders.FirstOrDefault() is { } found ? new PostgresBinaries(found) : null;
    }

    /// <summary>The folder of <c>psql</c> and <c>pg_dump</c>, if there is one.</summary>
    public static string? Clients(LocalPostgresOptions options) =>
        Candidates(options, "pg_dump").FirstOrDefault(folder => HoldsAll(folder, ClientPrograms));

    // PATH often holds links or wrapper scripts, so a program counts only where it really lies, with its siblings
    // beside it.
    private static IEnumerable<string> Candidates(LocalPostgresOptions options, string program)
    {
        var onPath =
            from folder in options.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            let link = new FileInfo(Path.Combine(folder, program))
            where link.Exists
            let file = link.ResolveLinkTarget(returnFinalTarget: true) ?? link
            select Path.GetDirectoryName(file.FullName)!;
        return onPath.Concat(InstalledVersions(options.InstallationRoot));
    }

    private static IEnumerable<string> InstalledVersions(string root) =>
        !System.IO.Directory.Exists(root)
            ? []
            : from folder in System.IO.Directory.EnumerateDirectories(root)
              let programs = Path.Combine(folder, "bin")
              orderby MajorVersion(programs) descending
              select programs;

    /// <summary>Distributions name the folder around <c>bin</c> after the version: <c>15</c>, <c>15.4</c>.</summary>
    private static int? MajorVersion(string programs)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(programs));
        return decimal.TryParse(folder, CultureInfo.InvariantCulture, out var version) ? (int)version : null;
    }

    private static bool HoldsAll(string folder, string[] programs) =>
        programs.All(program => File.Exists(Path.Combine(folder, program)));
}
