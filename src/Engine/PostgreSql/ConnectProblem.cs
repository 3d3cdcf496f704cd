using System.Net.Sockets;
using System.Security.Authentication;
using Drawbridge.Engine.Tls;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Tells apart the ways in which a connection can fail, because each has another remedy.</summary>
internal static class ConnectProblem
{
    private const string NoTls = "No SSL enabled connection";

    /// <summary>The problem behind an exception; null when it is none of connecting.</summary>
    public static Problem? Of(
        Exception exception, NpgsqlConnectionStringBuilder setting, CertificateVerdict? verdict, Login? login)
    {
        var server = $"{setting.Host}:{setting.Port}";
        return exception switch
        {
            PostgresException refused => OfServer(refused, setting, server, login),
            _ when verdict?.ProblemOf(setting.Host!, server) is { } objection => objection,
            _ when SocketProblem.Inner<AuthenticationException>(exception) is { } tls =>
                new DatabaseTlsFailed(server, tls.Message.TrimEnd('.')),
            _ when SocketProblem.Inner<SocketException>(exception) is { } socket => SocketProblem.Of(socket, setting.Host!, server, setting.Timeout),
            _ when SocketProblem.Inner<TimeoutException>(exception) is not null => new DatabaseSilent(server, setting.Timeout),
            NpgsqlException { Message: var message } when message.Contains(NoTls, StringComparison.Ordinal) =>
                new DatabaseTlsMissing(server),
            NpgsqlException { Message: var message } when message.Contains("SSL", StringComparison.Ordinal) =>
                new DatabaseTlsFailed(server, message.TrimEnd('.')),
            NpgsqlException other => new DatabaseUnreachable(server, other.Message.TrimEnd('.')),
            _ => null,
        };
    }

    private static Problem OfServer(
        PostgresException refused, NpgsqlConnectionStringBuilder setting, string server, Login? login) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => new DatabaseMissing(setting.Database!),
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.SqlClientUnableToEstablishSqlConnection
                or PostgresErrorCodes.SqlServerRejectedEstablishmentOfSqlConnection
                or PostgresErrorCodes.ConnectionFailure =>
                new DatabaseBusy(server, $"SQLSTATE {refused.SqlState}"),
            var state => new DatabaseLoginFailed(setting.Username!, setting.Database!, $"SQLSTATE {state}", login?.RemedyIfRefused),
        };
}
