using System.Security.Cryptography;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>What the runner checks out of a release, without what it could be built from.</summary>
internal static class ReleasedAction
{
    /// <summary>Makes the checkout of a release of an archive.</summary>
    public static CompositeAction Create(string folder, byte[] archive, Uri address, string repository = "")
    {
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["action.yml", "action.sh"])
        {
            File.Copy(Path.Combine(TestMachine.Repository, file), Path.Combine(folder, file), overwrite: true);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(archive));
        File.WriteAllText(Path.Combine(folder, "action.sha256"), $"{hash} {address} {repository}\n");
        return new CompositeAction(folder);
    }
}
