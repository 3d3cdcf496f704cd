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

    private const int LongestConnectSeconds = 20;

    private readonly NpgsqlConnectionStringBuilder _setting;

    private PostgreSqlServer(NpgsqlConnectionStringBuilder setting) => _setting = setting;

    /// <summary>The one database that the setting names; null when it serves all.</summary>
    public string? OnlyDatabase =>
        _setting.Database!.Contains(DatabasePlaceholder, StringComparison.Ordinal) ? null : _setting.Database;

    /// <summary>Reads a URL or a key-value string.</summary>
    /// <exception cref="DrawbridgeException"><see cref="DatabaseSettingInvalid"/>, which never holds the setting.</exception>
    public static PostgreSqlServer Parse(string setting)
    {
        var builder = DatabaseUrl.IsUrl(setting) ? DatabaseUrl.Parse(setting) : ParseKeys(setting);
        if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Username) || string.IsNullOrEmpty(builder.Database))
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid("it must name host, user and database"));
        }

        builder.Pooling = false;
        builder.Multiplexing = false;
        builder.Enlist = false;
        builder.IncludeErrorDetail = false;
        builder.IncludeFailedBatchedCommand = true;
        builder.CommandTimeout = 0;
        // The server answers a cancel request at once, or the network is gone; the rest of the time is for finding out.
        builder.CancellationTimeout = 5_000;
        // Scripts are UTF-8; another encoding, or PGCLIENTENCODING, would store other characters than the file shows.
        builder.Encoding = builder.ClientEncoding = "UTF8";
        // As an option of the connection it is also where a script's RESET goes back to.
        builder.Options = $"{builder.Options} -c standard_conforming_strings=on".TrimStart();
        // 0 would mean to wait for ever.
        builder.Timeout = builder.Timeout == 0 ? LongestConnectSeconds : Math.Min(builder.Timeout, LongestConnectSeconds);
        return new PostgreSqlServer(Checked(builder));
    }

    /// <inheritdoc/>
    public async Task<IDatabaseSession> Connect(string database, string releaseId, CancellationToken cancellationToken)
    {
        var tries = new Tries();
        PostgreSqlSession? session = null;
        await tries.Run(
            async cancellation => session = await ConnectOnce(database, releaseId, cancellation),
            MayPassSoon,
            cleanUp: () => Task.CompletedTask,
            cancellationToken);
        session!.ConnectTries = tries.Count;
        return session;
    }

    /// <inheritdoc/>
    public SqlScript Read(string text) => PostgreSqlReader.Read(text);

    /// <inheritdoc/>
    public bool CanJudge(SqlStatement statement) => Evidence.OfEffect(statement) is not null;

    /// <summary>A server that starts, fails over or is full; one that is silent has cost its whole time limit already.</summary>
    private static bool MayPassSoon(Exception exception) =>
        exception is DrawbridgeException { Problem: DatabaseBusy or DatabaseUnreachable };

    private async Task<PostgreSqlSession> ConnectOnce(string database, string releaseId, CancellationToken cancellationToken)
    {
        var setting = new NpgsqlConnectionStringBuilder(_setting.ConnectionString)
        {
            Database = NameFor(database),
            ApplicationName = $"drawbridge {releaseId}",
        };
        var source = new NpgsqlDataSourceBuilder(setting.ConnectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();
        try
        {
            return await PostgreSqlSession.Begin(source, database, cancellationToken);
        }
        catch (Exception exception) when (ConnectProblem.Of(exception, setting) is { } problem)
        {
            await source.DisposeAsync();
            throw new DrawbridgeException(problem, exception);
        }
    }

    private static NpgsqlConnectionStringBuilder ParseKeys(string setting)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(setting);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid("it is neither a URL nor a list of keys that it can have"));
        }
    }

    /// <summary>The driver looks at the values themselves only when it connects.</summary>
    private static NpgsqlConnectionStringBuilder Checked(NpgsqlConnectionStringBuilder setting)
    {
        if (setting.Port is < 1 or > ushort.MaxValue || !Enum.IsDefined(setting.SslMode))
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid("its port or TLS mode is none"));
        }

        try
        {
            using var source = new NpgsqlDataSourceBuilder(setting.ConnectionString).Build();
            return setting;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid("two of its keys don't go together, or one asks for what a single server can't give"));
        }
    }

    private string NameFor(string database) => OnlyDatabase switch
    {
        null => _setting.Database!.Replace(DatabasePlaceholder, database, StringComparison.Ordinal),
        var only when only == database => only,
        var only => throw new DrawbridgeException(new DatabaseSettingInvalid(
            $"it names the database '{only}' and not '{DatabasePlaceholder}', so it can't serve '{database}'")),
    };
}
