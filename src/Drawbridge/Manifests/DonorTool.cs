namespace Drawbridge.Manifests;

/// <summary>A tool whose history can be taken over.</summary>
public enum DonorTool
{
    /// <summary>golang-migrate, which remembers one version.</summary>
    GolangMigrate,

    /// <summary>Flyway, which remembers every script.</summary>
    Flyway,
}
