using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Excerpts;
using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>
/// Finds the file that a result's script key means, and what stands in it: a result tells numbers only.
/// </summary>
internal sealed class ScriptPlaces
{
    private readonly Func<string, string> _folderOf;
    private readonly IReadOnlyCollection<Script> _scripts;
    private readonly ProjectSettings _settings;

    private ScriptPlaces(Func<string, string> folderOf, IReadOnlyCollection<Script> scripts, ProjectSettings settings) =>
        (_folderOf, _scripts, _settings) = (folderOf, scripts, settings);

    /// <summary>Each database has its own folder below one; empty for the repository's root.</summary>
    public static ScriptPlaces Below(string migrations, IReadOnlyCollection<Script> scripts, ProjectSettings settings) =>
        new(database => migrations.Length == 0 ? database : $"{migrations.TrimEnd('/')}/{database}", scripts, settings);

    /// <summary>One database, whatever its folder is called.</summary>
    public static ScriptPlaces Only(string folder, IReadOnlyCollection<Script> scripts, ProjectSettings settings) =>
        new(_ => folder.TrimEnd('/'), scripts, settings);

    /// <summary>Null when the key lies outside its database's folder, so it means no file here.</summary>
    public string? Find(string database, string? key) =>
        PathOf(database, key) is { } path ? $"{_folderOf(database)}/{path}" : null;

    /// <summary>The line of an error in the script as it was shipped; null when there is none to show.</summary>
    public Excerpt? Show(string database, ResultError error) =>
        error.Line is { } line && Read(database, error) is { } sql
            ? new SourceText(sql).Show(Mark.At(line, error.Column))
            : null;

    /// <summary>The same line among the others of its statement.</summary>
    public Passage? ShowStatement(string database, ResultError error)
    {
        if (error.Line is not { } line || Read(database, error) is not { } sql)
        {
            return null;
        }

        var statement = error.Statement is { } number ? sql.Statements.ElementAtOrDefault(number - 1) : null;
        var last = statement is null ? line : sql.Lines.Locate(statement.Offset + statement.Length).Line;
        var holdsLine = statement is not null && statement.Line <= line && line <= last;
        return new SourceText(sql).Show(Mark.At(line, error.Column), holdsLine ? statement!.Line : line, holdsLine ? last : line);
    }

    private SqlScript? Read(string database, ResultError error) =>
        PathOf(database, error.Script) is { } path
        && _scripts.FirstOrDefault(script => script.Database == database && script.Path == path) is { } script
            ? Read(database, script.Content.Text)
            : null;

    private SqlScript Read(string database, string text) => _settings.EngineOf(database) switch
    {
        DatabaseEngine.SqlServer => SqlServerReader.Read(text),
        _ => PostgreSqlReader.Read(text),
    };

    private static string? PathOf(string database, string? key) =>
        key is not null && BucketLayout.IsScriptOf(database, key)
            ? key[BucketLayout.ScriptKey(database, "").Length..]
            : null;
}
