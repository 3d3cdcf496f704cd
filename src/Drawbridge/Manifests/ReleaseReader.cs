using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Drawbridge.Problems;
using Drawbridge.Scripts;

namespace Drawbridge.Manifests;

/// <summary>Reads a release and believes nothing of it that its key does not say too.</summary>
public static class ReleaseReader
{
    /// <summary>The largest release, in bytes: some 50,000 scripts.</summary>
    public const int MaximumSize = 32 * 1024 * 1024;

    /// <summary>S3's longest key, each of its bytes an escape. What is quoted in answers must not fill them.</summary>
    private const int LongestText = 6 * 1024;

    /// <summary>As long as a file's name can be: what stands in one, a version does too.</summary>
    private const int LongestVersion = 255;

    /// <summary>Reads the JSON below a key, or names the first thing that is wrong with it.</summary>
    public static bool TryRead(
        ManifestKey key,
        ReadOnlySpan<byte> json,
        [NotNullWhen(true)] out Release? release,
        [NotNullWhen(false)] out Problem? problem)
    {
        release = null;
        problem = json.Length > MaximumSize
            ? new ReleaseUnreadable($"it has {json.Length:N0} bytes, and {MaximumSize:N0} are the limit")
            : FlawOfForm(json);
        try
        {
            release = problem is null ? JsonSerializer.Deserialize(json, ReleaseJson.Default.Release) : null;
            problem ??= release is null ? new ReleaseUnreadable("it is 'null'") : Flaw(key, release);
        }
        catch (JsonException exception)
        {
            problem = new ReleaseUnreadable(
                $"line {exception.LineNumber + 1}, '{exception.Path}' is not as the schema says");
        }

        release = problem is null ? release : null;
        return problem is null;
    }

    /// <summary>Looked at first, so that a newer contract is called newer and not broken.</summary>
    private static Problem? FlawOfForm(ReadOnlySpan<byte> json)
    {
        try
        {
            var schema = Release.SchemaName;
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                {
                    continue;
                }

                if (reader.ValueSpan.Length > LongestText)
                {
                    return new ReleaseUnreadable($"one of its texts has more than {LongestText:N0} bytes");
                }

                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("schema"u8))
                {
                    schema = SchemaBehind(reader) ?? schema;
                }
            }

            return schema == Release.SchemaName ? null : new ReleaseSchemaUnknown(schema, Release.SchemaName);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is half a character, written as an escape: JSON by its grammar, but no text.
            return new ReleaseUnreadable("it is not JSON");
        }
    }

    /// <summary>The text behind the property's name; null for another value.</summary>
    private static string? SchemaBehind(Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestText ? reader.GetString() : null;

    private static Problem? Flaw(ManifestKey key, Release release)
    {
        if (release.Schema != Release.SchemaName)
        {
            return new ReleaseSchemaUnknown(release.Schema, Release.SchemaName);
        }

        if (release.Id != key.Id.Text || release.Database != key.Database)
        {
            return new ReleaseKeyMismatch(key.Id.Text, key.Database);
        }

        if (FlawOfMode(key.Kind, release) is { } flaw)
        {
            return flaw;
        }

        if (release.Options.LockWaitSeconds is < 0 or > ReleaseOptions.LongestLockWaitSeconds)
        {
            return new ReleaseUnreadable(
                $"'options.lockWaitSeconds' is not between 0 and {ReleaseOptions.LongestLockWaitSeconds}");
        }

        if (HasControls(release.Source.Commit) || HasControls(release.Source.Actor))
        {
            return new ReleaseUnreadable("'source' holds a control character");
        }

        return release.Scripts.Select(script => FlawOf(script, key.Database)).FirstOrDefault(flaw => flaw is not null)
            ?? Repeated(release)
            ?? FlawOfMarks(release);
    }

    private static ReleaseUnreadable? FlawOfMarks(Release release)
    {
        var named = release.Scripts.Select(script => script.Key).ToHashSet();
        var isWhole = release.Marks is not { } marks || marks.All(mark => mark is not null
            && named.Remove(mark.Key)
            && !HasControls(mark.Reason)
            && !string.IsNullOrWhiteSpace(mark.Reason)
            && mark.Reason.Length <= ReleaseMark.LongestReason);
        return isWhole
            ? null
            : new ReleaseUnreadable(
                "one of its marks has no reason in one line, or names none of its scripts, or one twice");
    }

    /// <summary>The prefix grants the right, never the JSON.</summary>
    private static Problem? FlawOfMode(ManifestKind kind, Release release) => release switch
    {
        _ when (kind == ManifestKind.Plan) != (release.Mode == ReleaseMode.Plan) =>
            new ModeNotAllowed(KebabCase.Of(release.Mode), BucketLayout.FolderName(kind)),
        { Mode: ReleaseMode.Undo, Target: { } target } when IsCanonical(target) => null,
        { Mode: not ReleaseMode.Undo, Target: null } => null,
        _ => new ReleaseUnreadable($"'target' is not the version of a migration, or does not go with '{KebabCase.Of(release.Mode)}'"),
    };

    private static Problem? FlawOf(ReleaseScript script, string database)
    {
        if (script is null)
        {
            return new ReleaseUnreadable("one of its scripts is 'null'");
        }

        if (!BucketLayout.IsScriptOf(database, script.Key))
        {
            return new ScriptKeyForeign(script.Key, database);
        }

        if (HasControls(script.Description) || HasControls(script.S3VersionId))
        {
            return new ReleaseUnreadable($"the description or version id of '{script.Key}' holds a control character");
        }

        var isWhole = Checksum.IsValid(script.Checksum) && Checksum.IsValid(script.Sha256)
            && script.Size is > 0 and <= ScriptContent.MaximumSize
            && (script.Version is null) == (script.Kind == ScriptKind.Repeatable)
            && (script.Version is null || IsCanonical(script.Version));
        return isWhole ? null : new ReleaseUnreadable($"the version, size or a hash of '{script.Key}' is not one");
    }

    private static ReleaseUnreadable? Repeated(Release release)
    {
        var keys = release.Scripts.Select(script => script.Key);
        var twice = FirstRepeated(keys) ?? FirstRepeated(Versions(ScriptKind.Migration)) ?? FirstRepeated(Versions(ScriptKind.Undo));
        return twice is null ? null : new ReleaseUnreadable($"it names '{twice}' twice");

        IEnumerable<string> Versions(ScriptKind kind) =>
            release.Scripts.Where(script => script.Kind == kind).Select(script => script.Version!);
    }

    private static string? FirstRepeated(IEnumerable<string> names) =>
        names.CountBy(name => name).Where(count => count.Value > 1).Select(count => count.Key).FirstOrDefault();

    /// <summary>No file name or hash has them, and a database can't store NUL.</summary>
    private static bool HasControls(string? text) => text is not null && text.Any(char.IsControl);

    private static bool IsCanonical(string version) =>
        version.Length <= LongestVersion && ScriptVersion.TryParse(version, out var parsed) && parsed.Text == version;
}
