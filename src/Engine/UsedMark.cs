using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>A mark that has acted in a database, so that it never acts again.</summary>
/// <param name="Kind">Of the script.</param>
/// <param name="Version">Of the script; null for a repeatable.</param>
/// <param name="Path">Of the script, below the database's folder.</param>
/// <param name="Reason">As the mark gave it.</param>
public sealed record UsedMark(ScriptKind Kind, string? Version, string Path, string Reason);
