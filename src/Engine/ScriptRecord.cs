using System.Reflection;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>How history records a script.</summary>
internal static class ScriptRecord
{
    /// <summary>Who writes.</summary>
    public static string Tool { get; } = "drawbridge " + typeof(ScriptRecord).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>
    /// Version, description, kind, path, checksum, statements, release, commit, actor, tool: the parameters of the
    /// statements that write its row.
    /// </summary>
    public static object?[] Of(Release release, ReleaseScript script, int statements) =>
    [
        script.Version,
        script.Description,
        KebabCase.Of(script.Kind),
        Decision.PathOf(release, script),
        script.Checksum,
        statements,
        release.Id,
        release.Source.Commit,
        release.Source.Actor,
        Tool,
    ];

    /// <summary>What brings a script up again: nothing but another undo goes on with an undo script.</summary>
    public static string Again(this ReleaseScript script) =>
        script.Kind == ScriptKind.Undo ? "undo to the same version again" : "deploy again";
}
