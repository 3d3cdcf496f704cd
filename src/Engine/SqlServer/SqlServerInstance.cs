using System.Net.Sockets;
using Drawbridge.Configuration;
using Drawbridge.Engine.Examining;
using Drawbridge.Engine.SqlServer.Encryption;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.SqlServer;

/// <summary>An instance of SQL Server and the login that migrates its databases.</summary>
public sealed class SqlServerInstance : IDatabaseServer, IExaminedServer
{
    private readonly InstanceSetting _setting;
    private readonly SessionOpening _opening;

    private SqlServerInstance(InstanceSetting setting, ILoginSource? login)
    {
        _setting = setting;
        var place = new LoginRequest(setting.Host, setting.Port, setting.Driver.UserID) { Engine = "sqlserver" };
        _opening = new SessionOpening(login, place);
    }

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.SqlServer;

    /// <inheritdoc/>
    public string? OnlyDatabase => Pattern.Only;

    /// <inheritdoc/>
    public string UsualRootDatabase => HistoryPlace.Root;

    /// <summary>It asks a silent client after 30 seconds, and that is no setting of a session.</summary>
    public TimeSpan SilentDeath => TimeSpan.FromSeconds(45);

    private DatabasePattern Pattern => new(_setting.Driver.InitialCatalog);

    /// <summary>Reads a URL or a key-value string.</summary>
    /// <exception cref="DrawbridgeException">
    /// <see cref="DatabaseSettingInvalid"/>, which never holds the setting.
    /// </exception>
    public static SqlServerInstance Parse(string setting, ServerOptions? options = null)
    {
        options ??= new ServerOptions();
        return new SqlServerInstance(TlsSetting.Complete(ConnectionSetting.Parse(setting, options.Login), options), options.Login);
    }

    /// <inheritdoc/>
    public async Task<IDatabaseSession> Connect(string database, string releaseId, CancellationToken cancellationToken) =>
        await Open(database, releaseId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DoctorCheck>> Examine(string rootDatabase, CancellationToken cancellationToken)
    {
        var way = new WayToServer((_setting.Host, _setting.Port), new TlsHandshake(_setting).Try);
        return new ServerExamination(this, way, OnlyDatabase ?? rootDatabase).Run(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DoctorCheck> ExamineDatabase(string database, CancellationToken cancellationToken) =>
        DatabaseExamination.Run(this, database, cancellationToken);

    /// <inheritdoc/>
    public SqlScript Read(string text) => SqlServerReader.Read(text);

    /// <inheritdoc/>
    public IEnumerable<RunStep> StepsOf(SqlScript script) => ScriptContext.StepsOf(script).Select(batch =>
        new RunStep(batch.Start, Evidence.CanJudge(batch), SessionState.EndsWithSession(batch)));

    ILoginSource? IExaminedServer.LoginSource => _opening.Source;

    Task<Login?> IExaminedServer.FindLogin(CancellationToken cancellationToken) => _opening.FindLogin(refused: null, cancellationToken);

    async Task<DatabaseRights> IExaminedServer.ReadRights(string database, CancellationToken cancellationToken)
    {
        await using var session = await Open(database, "doctor", cancellationToken);
        return await session.ReadRights(cancellationToken);
    }

    private async Task<SqlServerSession> Open(string database, string releaseId, CancellationToken cancellationToken)
    {
        Globalization.Demand();
        var name = Pattern.NameFor(database);
        if (SqlName.IsSame(name, HistoryPlace.OfRoot))
        {
            throw new DrawbridgeException(new DatabaseReserved(database, HistoryPlace.Root));
        }

        var (session, tries) = await _opening.Open(
            (login, cancellation) => ConnectAs(login, (name, releaseId), cancellation), cancellationToken);
        session.ConnectTries = tries;
        return session;
    }

    private async Task<SqlServerSession> ConnectAs(
        Login? login, (string Database, string Release) goal, CancellationToken cancellationToken)
    {
        var setting = SettingFor(login, goal);
        using var pinned = await Prove(setting, cancellationToken);
        if (pinned is not null)
        {
            setting.Driver.ServerCertificate = pinned.Path;
        }

        var connection = new SqlConnection(setting.Driver.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return await SqlServerSession.Begin(connection, goal.Database, cancellationToken);
        }
        catch (Exception exception) when (exception is SqlException or RefusalException)
        {
            await connection.DisposeAsync();
            var error = exception is SqlException refused ? RefusalException.ErrorIn(refused) : ((RefusalException)exception).Error;
            cancellationToken.ThrowIfCancellationRequested();
            var problem = ConnectProblem.Of(error, exception, setting, login);
            throw new DrawbridgeException(
                problem is DatabaseMissing missing ? await ClosedDatabase.Judge(setting, missing, cancellationToken) : problem, exception);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private InstanceSetting SettingFor(Login? login, (string Database, string Release) goal)
    {
        var driver = new SqlConnectionStringBuilder(_setting.Driver.ConnectionString)
        {
            InitialCatalog = goal.Database,
            ApplicationName = $"drawbridge {goal.Release}",
        };
        var setting = _setting with { Driver = driver };
        if (login is not null)
        {
            (driver.UserID, driver.Password) = (login.User, login.Password);
            setting = _setting.Host.Length > 0
                ? setting
                : setting with { Host = login.Host ?? "", Port = login.Port ?? setting.Port };
        }

        driver.DataSource = $"tcp:{setting.Host},{setting.Port}";
        return setting;
    }

    /// <summary>
    /// Goes the way ahead of the driver, which tells neither a closed port from a name nor one certificate from another;
    /// what was proved there is all that the driver then accepts.
    /// </summary>
    private static async Task<PinnedCertificate?> Prove(InstanceSetting setting, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(setting.Driver.ConnectTimeout));
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(setting.Host, setting.Port, patience.Token).AsTask().WaitAsync(patience.Token);
            if (setting is { Certificate: null, IsStrict: false })
            {
                return null;
            }

            using var certificate = await new TlsHandshake(setting)
                .Prove(client.GetStream(), (setting.Host, setting.ToString()), patience.Token);
            return setting.Certificate is null ? null : PinnedCertificate.Write(certificate);
        }
        catch (SocketException exception)
        {
            var problem = SocketProblem.Of(exception, setting.Host, setting.ToString(), setting.Driver.ConnectTimeout);
            throw new DrawbridgeException(problem, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DrawbridgeException(new DatabaseSilent(setting.ToString(), setting.Driver.ConnectTimeout), exception);
        }
    }
}
