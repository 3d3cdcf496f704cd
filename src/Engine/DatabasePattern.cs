using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>What a setting says in place of a database's name.</summary>
/// <param name="Text">A name, or one with <see cref="DatabaseServer.Placeholder"/> in it.</param>
internal readonly record struct DatabasePattern(string Text)
{
    /// <summary>The one database that it names; null when it serves all.</summary>
    public string? Only => Text.Contains(DatabaseServer.Placeholder, StringComparison.Ordinal) ? null : Text;

    /// <summary>What a database is called on the server.</summary>
    /// <exception cref="DrawbridgeException">The setting is about another one.</exception>
    public string NameFor(string database) => Only switch
    {
        null => Text.Replace(DatabaseServer.Placeholder, database, StringComparison.Ordinal),
        var only when only == database => only,
        var only => throw new DrawbridgeException(new DatabaseSettingInvalid(
            $"it names the database '{only}' and not '{DatabaseServer.Placeholder}', so it can't serve '{database}'")),
    };
}
