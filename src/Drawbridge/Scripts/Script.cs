namespace Drawbridge.Scripts;

/// <summary>One <c>.sql</c> file of one database.</summary>
/// <param name="Database">The database that its first folder names.</param>
/// <param name="Path">Below the database's folder, with forward slashes.</param>
/// <param name="Name">Its file name, read.</param>
/// <param name="Content">What it holds.</param>
public sealed record Script(string Database, string Path, ScriptName Name, ScriptContent Content);
