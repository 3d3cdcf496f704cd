using Drawbridge.Configuration;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Rules.Changes;

/// <summary>One file below the migrations folder of one commit: a script, or something that is none.</summary>
public sealed class MigrationFile
{
    private const string Extension = ".sql";

    /// <summary>A file whose content nobody needs.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="engine">The kind of server that it is written for.</param>
    public MigrationFile(
        MigrationPath path, FileKind kind = FileKind.File, DatabaseEngine engine = DatabaseEngine.PostgreSql)
    {
        Engine = engine;
        Place = path;
        Kind = kind;
        IsScript = kind == FileKind.File && IsScriptName(path.FileName);
        Name = IsScript && ScriptName.TryParse(path.FileName, out var name) ? name : null;
    }

    private MigrationFile(MigrationFile file) =>
        (Place, Kind, Engine, IsScript, Name) = (file.Place, file.Kind, file.Engine, file.IsScript, file.Name);

    /// <summary>Where it is.</summary>
    public MigrationPath Place { get; }

    /// <summary>From the repository's root.</summary>
    public string Path => Place.Full;

    /// <summary>The first folder below the migrations folder; empty when there is none.</summary>
    public string Database => Place.Database;

    /// <summary>What it is.</summary>
    public FileKind Kind { get; }

    /// <summary>The kind of server that it is written for.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>Whether its extension makes it a script, however its name reads.</summary>
    public bool IsScript { get; }

    /// <summary>Its name, read; null when it has none of the forms.</summary>
    public ScriptName? Name { get; }

    /// <summary>What it holds; null when it is no script, or flawed.</summary>
    public ScriptContent? Content { get; private init; }

    /// <summary>Why it can't be used as it is.</summary>
    public Problems.FileHygiene? Flaw { get; private init; }

    /// <summary>The script; null when anything about it is wrong.</summary>
    public Script? Script => field ??= Name is not null && Content is not null && DatabaseName.IsValid(Database)
        ? new Script(Database, Place.InDatabase, Name, Content)
        : null;

    /// <summary>Whether it has a place in its database's order: wrong content does not take it away.</summary>
    public bool IsMigration => Name?.Kind == ScriptKind.Migration && DatabaseName.IsValid(Database);

    /// <summary>Its statements.</summary>
    /// <exception cref="InvalidOperationException">It has no <see cref="Content"/>.</exception>
    public SqlScript Sql => field ??=
        Read(Content?.Text ?? throw new InvalidOperationException($"'{Path}' has no content."));

    /// <summary>Whether a file of that name, with or without its folders, is a script, however the rest of it reads.</summary>
    public static bool IsScriptName(string name) => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Finds the statements now, if there are any, instead of when <see cref="Sql"/> is first asked for. T-SQL waits: to
    /// find its statements is to parse them, and what they say needs much room until somebody looks.
    /// </summary>
    public void FindStatements() => _ = Content is null || Engine == DatabaseEngine.SqlServer ? null : Sql;

    /// <summary>The same file with what it holds.</summary>
    public MigrationFile Holding(ReadOnlySpan<byte> bytes) =>
        ScriptContent.TryRead(Path, bytes, out var content, out var flaw)
        ? new MigrationFile(this) { Content = content }
        : new MigrationFile(this) { Flaw = flaw };

    /// <summary>The same file, too large to be read.</summary>
    public MigrationFile TooLarge(long size) =>
        new(this) { Flaw = Problems.FileHygiene.TooLarge(Path, size, ScriptContent.MaximumSize) };

    /// <summary>Whether both say the same, whatever their line endings.</summary>
    public bool SaysTheSameAs(MigrationFile other) =>
        ReferenceEquals(this, other) || (Content is not null && Content.Checksum == other.Content?.Checksum);

    private SqlScript Read(string text) => Engine switch
    {
        DatabaseEngine.SqlServer => SqlServerReader.ReadWithSyntax(text),
        _ => PostgreSqlReader.Read(text),
    };
}
