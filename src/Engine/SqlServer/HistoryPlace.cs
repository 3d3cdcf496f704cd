using Drawbridge.Configuration;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// In which database the history of a database lives: its own, but for master, where services such as RDS let nobody
/// create anything.
/// </summary>
internal sealed class HistoryPlace
{
    /// <summary>The database that is there before any other.</summary>
    public static string Root { get; } = RootDatabase.Of(DatabaseEngine.SqlServer);

    /// <summary>Where the history of <see cref="Root"/> lives.</summary>
    public const string OfRoot = "drawbridge";

    private HistoryPlace(string database) => Database = database;

    /// <summary>Not quoted.</summary>
    public string Database { get; }

    /// <summary>The history of a database.</summary>
    /// <param name="database">As the server calls it.</param>
    public static HistoryPlace Of(string database) => new(SqlName.IsSame(database, Root) ? OfRoot : database);
}
