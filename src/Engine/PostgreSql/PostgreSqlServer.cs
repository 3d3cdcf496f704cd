using Drawbridge.Configuration;
using Drawbridge.Engine.Examining;
using Drawbridge.Engine.PostgreSql.Examining;
using Drawbridge.Engine.Tls;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>A PostgreSQL server and the login that migrates its databases.</summary>
public sealed class PostgreSqlServer : IDatabaseServer, IExaminedServer
{
    private readonly NpgsqlConnectionStringBuilder _setting;
    private readonly CertificateCheck? _certificate;
    private readonly SessionOpening _opening;

    private PostgreSqlServer(
        NpgsqlConnectionStringBuilder setting, CertificateCheck? certificate, ILoginSource? login)
    {
        (_setting, _certificate) = (setting, certificate);
        var place = new LoginRequest(setting.Host ?? "", setting.Port, setting.Username ?? "") { Engine = "postgres" };
        _opening = new SessionOpening(login, place);
    }

    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.PostgreSql;

    /// <inheritdoc/>
    public string? OnlyDatabase => Pattern.Only;

    /// <inheritdoc/>
    public string UsualRootDatabase => RootDatabase.Of(Engine);

    /// <inheritdoc/>
    public TimeSpan SilentDeath => TimeSpan.FromSeconds(20);

    private DatabasePattern Pattern => new(_setting.Database!);

    /// <summary>Reads a URL or a key-value string.</summary>
    /// <exception cref="DrawbridgeException">
    /// <see cref="DatabaseSettingInvalid"/>, which never holds the setting.
    /// </exception>
    public static PostgreSqlServer Parse(string setting, ServerOptions? options = null)
    {
        options ??= new ServerOptions();
        var builder = ConnectionSetting.Parse(setting, options.Login);
        var certificate = TlsSetting.Take(builder, options);
        ConnectionSetting.Check(builder);
        return new PostgreSqlServer(builder, certificate, options.Login);
    }

    /// <inheritdoc/>
    public async Task<IDatabaseSession> Connect(string database, string releaseId, CancellationToken cancellationToken) =>
        await Open(database, releaseId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DoctorCheck>> Examine(string rootDatabase, CancellationToken cancellationToken)
    {
        var handshake = new TlsHandshake(_setting.SslMode, _certificate);
        var way = new WayToServer((_setting.Host ?? "", _setting.Port), handshake.Try);
        return new ServerExamination(this, way, OnlyDatabase ?? rootDatabase).Run(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DoctorCheck> ExamineDatabase(string database, CancellationToken cancellationToken) =>
        DatabaseExamination.Run(this, database, cancellationToken);

    /// <inheritdoc/>
    public SqlScript Read(string text) => PostgreSqlReader.Read(text);

    /// <inheritdoc/>
    public IEnumerable<RunStep> StepsOf(SqlScript script) => script.Statements.Select(statement => new RunStep(
        statement.Start, Evidence.OfEffect(statement) is not null, SessionState.EndsWithSession(statement)));

    ILoginSource? IExaminedServer.LoginSource => _opening.Source;

    Task<Login?> IExaminedServer.FindLogin(CancellationToken cancellationToken) => _opening.FindLogin(refused: null, cancellationToken);

    async Task<DatabaseRights> IExaminedServer.ReadRights(string database, CancellationToken cancellationToken)
    {
        await using var session = await Open(database, "doctor", cancellationToken);
        return await session.ReadRights(cancellationToken);
    }

    private async Task<PostgreSqlSession> Open(string database, string releaseId, CancellationToken cancellationToken)
    {
        var setting = new NpgsqlConnectionStringBuilder(_setting.ConnectionString)
        {
            Database = Pattern.NameFor(database),
            ApplicationName = $"drawbridge {releaseId}",
        };
        var (session, tries) = await _opening.Open(
            (login, cancellation) => ConnectAs(login, setting, database, cancellation), cancellationToken);
        session.ConnectTries = tries;
        return session;
    }

    private async Task<PostgreSqlSession> ConnectAs(
        Login? login, NpgsqlConnectionStringBuilder setting, string database, CancellationToken cancellationToken)
    {
        if (login is not null)
        {
            (setting.Username, setting.Password) = (login.User, login.Password);
            setting.Host = _setting.Host is { Length: > 0 } host ? host : login.Host;
            setting.Port = _setting.Host is { Length: > 0 } ? setting.Port : login.Port ?? setting.Port;
        }

        var verdict = _certificate?.Begin();
        var source = Source(setting, verdict);
        try
        {
            return await PostgreSqlSession.Begin(source, database, cancellationToken);
        }
        catch (Exception exception) when (ConnectProblem.Of(exception, setting, verdict, login) is { } problem)
        {
            await source.DisposeAsync();
            throw new DrawbridgeException(problem, exception);
        }
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder setting, CertificateVerdict? verdict)
    {
        var builder = ConnectionSetting.BuilderOf(setting)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (verdict is not null)
        {
            builder.UseSslClientAuthenticationOptionsCallback(verdict.Demand);
        }

        return builder.Build();
    }
}
