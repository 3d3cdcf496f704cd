using Drawbridge.Engine.PostgreSql.Examining;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>A PostgreSQL server and the login that migrates its databases.</summary>
public sealed class PostgreSqlServer : IDatabaseServer
{
    /// <summary>Stands for each database's name in a database setting.</summary>
    public const string DatabasePlaceholder = "DB_NAME";

    private readonly NpgsqlConnectionStringBuilder _setting;
    private readonly CertificateCheck? _certificate;
    private readonly ILoginSource? _login;

    private PostgreSqlServer(
        NpgsqlConnectionStringBuilder setting, CertificateCheck? certificate, ILoginSource? login) =>
        (_setting, _certificate, _login) = (setting, certificate, login);

    /// <summary>The one database that the setting names; null when it serves all.</summary>
    public string? OnlyDatabase =>
        _setting.Database!.Contains(DatabasePlaceholder, StringComparison.Ordinal) ? null : _setting.Database;

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
        var way = new WayToServer(_setting, _certificate);
        return new ServerExamination(this, way, OnlyDatabase ?? rootDatabase).Run(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DoctorCheck> ExamineDatabase(string database, CancellationToken cancellationToken) =>
        DatabaseExamination.Run(this, database, cancellationToken);

    /// <inheritdoc/>
    public SqlScript Read(string text) => PostgreSqlReader.Read(text);

    /// <inheritdoc/>
    public bool CanJudge(SqlStatement statement) => Evidence.OfEffect(statement) is not null;

    /// <inheritdoc/>
    public bool EndsWithSession(SqlStatement statement) => SessionState.EndsWithSession(statement);

    /// <summary>Where the login comes from; null when the setting holds it.</summary>
    internal ILoginSource? LoginSource => _login;

    internal async Task<PostgreSqlSession> Open(string database, string releaseId, CancellationToken cancellationToken)
    {
        var setting = new NpgsqlConnectionStringBuilder(_setting.ConnectionString)
        {
            Database = NameFor(database),
            ApplicationName = $"drawbridge {releaseId}",
        };
        var login = await FindLogin(refused: null, cancellationToken);
        var tries = new Tries();
        PostgreSqlSession? session = null;
        await tries.Run(
            async cancellation => session = await ConnectOnce(setting, login, database, cancellation),
            MayPassSoon,
            cleanUp: () => Task.CompletedTask,
            cancellationToken);
        session!.ConnectTries = tries.Count;
        return session;
    }

    /// <summary>A server that starts, fails over or is full; a silent one has cost its whole time already.</summary>
    private static bool MayPassSoon(Exception exception) =>
        exception is DrawbridgeException { Problem: DatabaseBusy or DatabaseUnreachable };

    /// <summary>A login that the server refuses may have been replaced meanwhile; that is found out once.</summary>
    private async Task<PostgreSqlSession> ConnectOnce(
        NpgsqlConnectionStringBuilder setting, Login? login, string database, CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectAs(login, setting, database, cancellationToken);
        }
        catch (DrawbridgeException refused)
            when (login is not null && refused.Problem is DatabaseLoginFailed { IsOfPassword: true })
        {
            if (await FindLogin(login, cancellationToken) is not { } other)
            {
                throw;
            }

            return await ConnectAs(other, setting, database, cancellationToken);
        }
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
        var builder = new NpgsqlDataSourceBuilder(setting.ConnectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (verdict is not null)
        {
            builder.UseSslClientAuthenticationOptionsCallback(verdict.Demand);
        }

        return builder.Build();
    }

    /// <exception cref="DrawbridgeException">There is none, or nothing says where to go with it.</exception>
    internal async Task<Login?> FindLogin(Login? refused, CancellationToken cancellationToken)
    {
        if (_login is null)
        {
            return null;
        }

        var request = new LoginRequest(_setting.Host ?? "", _setting.Port, _setting.Username ?? "", refused);
        var login = await _login.Find(request, cancellationToken);
        return login is null || request.Host.Length > 0 || login.Host is { Length: > 0 }
            ? login
            : throw ConnectionSetting.Invalid($"neither it nor {_login.Name} names the host");
    }

    private string NameFor(string database) => OnlyDatabase switch
    {
        null => _setting.Database!.Replace(DatabasePlaceholder, database, StringComparison.Ordinal),
        var only when only == database => only,
        var only => throw ConnectionSetting.Invalid(
            $"it names the database '{only}' and not '{DatabasePlaceholder}', so it can't serve '{database}'"),
    };
}
