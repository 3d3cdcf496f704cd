using System.Diagnostics.CodeAnalysis;
using Drawbridge.Configuration;
using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Changes;

/// <summary>Everything the rules look at: the migrations folder as it will be, and as it is merged already.</summary>
public sealed class ChangeSet
{
    private readonly Dictionary<string, MigrationFile> _base;
    private readonly ILookup<(string Database, ScriptVersion? Version), MigrationFile> _addedByVersion;
    private readonly ILookup<(string Database, string? Checksum), MigrationFile> _addedByText;
    private Catalog? _created;

    /// <summary>Compares two states of the folder.</summary>
    /// <param name="head">As it will be.</param>
    /// <param name="base">As it is merged; null when there is nothing to compare with.</param>
    /// <param name="now">The time by which versions are judged.</param>
    public ChangeSet(IReadOnlyList<MigrationFile> head, IReadOnlyList<MigrationFile>? @base, DateTimeOffset now)
    {
        Head = head;
        Base = @base ?? [];
        HasBase = @base is not null;
        Now = now;
        _base = Base.ToDictionary(file => file.Path, StringComparer.Ordinal);
        Touched = [.. head.Where(file => !_base.TryGetValue(file.Path, out var merged) || !IsUnchanged(file, merged))];
        var paths = head.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        Removed = [.. Base.Where(file => !paths.Contains(file.Path))];
        Added = [.. Touched.Where(file => !_base.ContainsKey(file.Path))];
        var migrations = Added.Where(file => file.IsMigration).ToList();
        _addedByVersion = migrations.ToLookup(file => (file.Database, file.Name?.Version));
        _addedByText = migrations.ToLookup(file => (file.Database, file.Content?.Checksum));
    }

    /// <summary>All files as they will be.</summary>
    public IReadOnlyList<MigrationFile> Head { get; }

    /// <summary>All files as they are merged; empty without a base.</summary>
    public IReadOnlyList<MigrationFile> Base { get; }

    /// <summary>Whether there is something to compare with.</summary>
    public bool HasBase { get; }

    /// <summary>The time by which versions are judged.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What <c>drawbridge.yml</c> says, as it will be.</summary>
    public ProjectSettings Settings { get; init; } = ProjectSettings.Default;

    /// <summary>What <c>drawbridge.yml</c> says as it is merged.</summary>
    public ProjectSettings BaseSettings { get; init; } = ProjectSettings.Default;

    /// <summary>What the other open pull requests to the same branch add, as far as it is known.</summary>
    public IReadOnlyList<SiblingFile> Siblings { get; init; } = [];

    /// <summary><c>drawbridge.yml</c> as it will be, or else as it is merged; null when there is none.</summary>
    public MigrationFile? SettingsFile =>
        Head.Concat(Removed).FirstOrDefault(file => file.Place.Below == ProjectSettings.FileName);

    /// <summary>
    /// The files of <see cref="Head"/> that are new or say something else; all of them without a base.
    /// </summary>
    public IReadOnlyList<MigrationFile> Touched { get; }

    /// <summary>The files of <see cref="Touched"/> whose path is new.</summary>
    public IReadOnlyList<MigrationFile> Added { get; }

    /// <summary>The files of <see cref="Base"/> whose path is gone.</summary>
    public IReadOnlyList<MigrationFile> Removed { get; }

    /// <summary>What the scripts of <see cref="Touched"/> create: nobody else uses it yet.</summary>
    public Catalog Created
    {
        get
        {
            if (_created is null)
            {
                EnterTouched(script => script, _ => { });
            }

            return _created;
        }
    }

    /// <summary>
    /// What all scripts, the merged ones too, say about the objects they name. Read when first asked for.
    /// </summary>
    /// <exception cref="InvalidOperationException">Not all scripts are entered yet.</exception>
    public Catalog Known => HasBase ? field ??= Catalog.Of(Head)
        : Created.IsComplete ? Created
        : throw new InvalidOperationException("What later scripts say is not known yet.");

    /// <summary>
    /// The major version of the server that a database lives on; the oldest supported one unless it is configured.
    /// </summary>
    public int ServerVersionOf(string database) => Settings.ServerVersionOf(database);

    /// <summary>The file as it is merged; null when its path is new.</summary>
    public MigrationFile? Merged(MigrationFile file) => _base.GetValueOrDefault(file.Path);

    /// <summary>
    /// The new file that a removed migration became: of the same database and with its text, or else with its version;
    /// null when it is gone.
    /// </summary>
    public MigrationFile? Successor(MigrationFile removed)
    {
        var alike = removed.Content is null ? [] : _addedByText[(removed.Database, removed.Content.Checksum)];
        return alike.OrderBy(file => file.Name!.Version != removed.Name!.Version).FirstOrDefault()
            ?? _addedByVersion[(removed.Database, removed.Name?.Version)].FirstOrDefault();
    }

    /// <summary>Reads <see cref="Created"/>.</summary>
    /// <param name="prepare">
    /// What is to be found out of each script before it is entered, of several at once, while what it says is at hand.
    /// </param>
    /// <param name="meet">Is shown what was found out as soon as the script and all before it are entered.</param>
    [MemberNotNull(nameof(_created))]
    internal void EnterTouched<T>(Func<MigrationFile, T> prepare, Action<T> meet)
    {
        _created = Catalog.Empty();
        _created.Enter(Touched, HasBase ? () => Known : null, prepare, meet);
    }

    private static bool IsUnchanged(MigrationFile file, MigrationFile merged) =>
        file.Kind == merged.Kind && (!file.IsScript || file.SaysTheSameAs(merged));
}
