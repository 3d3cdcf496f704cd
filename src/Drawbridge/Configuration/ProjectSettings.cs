namespace Drawbridge.Configuration;

/// <summary>What <c>drawbridge.yml</c> says; an empty file says nothing but the defaults.</summary>
public sealed record ProjectSettings
{
    /// <summary>Where it lies: at the root of the migrations folder.</summary>
    public const string FileName = "drawbridge.yml";

    /// <summary>The oldest PostgreSQL that is supported, in whose terms scripts are judged unless they are told better.</summary>
    public const int OldestServerVersion = 13;

    /// <summary>What holds without the file.</summary>
    public static ProjectSettings Default { get; } = new();

    /// <summary>The server's major version, for databases that don't name their own.</summary>
    public int ServerVersion { get; init; } = OldestServerVersion;

    /// <summary>The databases that differ from the rest, by name.</summary>
    public IReadOnlyDictionary<string, DatabaseSettings> Databases { get; init; } = new Dictionary<string, DatabaseSettings>();

    /// <summary>The major version of a database's server.</summary>
    public int ServerVersionOf(string database) => Databases.GetValueOrDefault(database)?.ServerVersion ?? ServerVersion;
}
