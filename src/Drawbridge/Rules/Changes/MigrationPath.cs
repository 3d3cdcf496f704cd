namespace Drawbridge.Rules.Changes;

/// <summary>
/// A file's place below the migrations folder: <c>&lt;folder&gt;/&lt;database&gt;/[sub/folders/]&lt;name&gt;</c>.
/// </summary>
/// <param name="Folder">The migrations folder, from the repository's root; empty for the root itself.</param>
/// <param name="Below">The file, from the migrations folder.</param>
public sealed record MigrationPath(string Folder, string Below)
{
    /// <summary>From the repository's root.</summary>
    public string Full { get; } = Folder.Length == 0 ? Below : $"{Folder}/{Below}";

    /// <summary>The first folder; empty when the file lies in none.</summary>
    public string Database { get; } = Below[..Math.Max(0, Below.IndexOf('/', StringComparison.Ordinal))];

    /// <summary>Below the database's folder.</summary>
    public string InDatabase => Below[(Below.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Without its folders.</summary>
    public string FileName { get; } = Below[(Below.LastIndexOf('/') + 1)..];

    /// <summary>A file of another name beside this one.</summary>
    public MigrationPath Beside(string fileName) => new(Folder, Below[..(Below.LastIndexOf('/') + 1)] + fileName);
}
