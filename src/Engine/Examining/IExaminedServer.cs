namespace Drawbridge.Engine.Examining;

/// <summary>A server as a doctor meets it.</summary>
internal interface IExaminedServer
{
    /// <summary>Where the login comes from; null when the setting holds it.</summary>
    ILoginSource? LoginSource { get; }

    /// <summary>The login to use now; null when the setting holds it.</summary>
    Task<Login?> FindLogin(CancellationToken cancellationToken);

    /// <summary>Logs in and asks what this login may do in a database.</summary>
    Task<DatabaseRights> ReadRights(string database, CancellationToken cancellationToken);
}
