using Drawbridge.Configuration;
using Drawbridge.Manifests;
using Drawbridge.Sql;

namespace Drawbridge.Engine;

/// <summary>A database server of one engine: the way to its databases, and its dialect.</summary>
public interface IDatabaseServer
{
    /// <summary>Which kind of server it is.</summary>
    DatabaseEngine Engine { get; }

    /// <summary>The one database that the setting names; null when it serves all.</summary>
    string? OnlyDatabase { get; }

    /// <summary>The database that such a server has before any other.</summary>
    string UsualRootDatabase { get; }

    /// <summary>Within this time it notices a client that died without a word, and frees the lock.</summary>
    TimeSpan SilentDeath { get; }

    /// <summary>Opens a session of its own, never a pooled one.</summary>
    /// <exception cref="DrawbridgeException">The database can't be reached: the problem says why.</exception>
    Task<IDatabaseSession> Connect(string database, string releaseId, CancellationToken cancellationToken);

    /// <summary>Looks at each step of the way to the root database; changes nothing.</summary>
    Task<IReadOnlyList<DoctorCheck>> Examine(string rootDatabase, CancellationToken cancellationToken);

    /// <summary>Looks whether scripts could be applied to one database; changes nothing.</summary>
    Task<DoctorCheck> ExamineDatabase(string database, CancellationToken cancellationToken);

    /// <summary>Reads a script's text into the statements that this engine would see.</summary>
    SqlScript Read(string text);

    /// <summary>The steps in which a script runs that has no transaction around it.</summary>
    IEnumerable<RunStep> StepsOf(SqlScript script);
}
