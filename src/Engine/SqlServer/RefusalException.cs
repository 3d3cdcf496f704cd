using Drawbridge.Sql;
using Microsoft.Data.SqlClient;
using SqlBatch = Drawbridge.Sql.SqlBatch;

namespace Drawbridge.Engine.SqlServer;

/// <summary>The server refused a request.</summary>
public sealed class RefusalException : Exception
{
    private const int LastInformation = 10;

    private const int FirstFatal = 20;

    internal RefusalException(ServerError error, Exception? inner = null)
        : base(error.Message, inner) => Error = error;

    /// <summary>The script's batch that failed; null when it was a request of ours.</summary>
    public SqlBatch? Batch { get; internal init; }

    /// <summary>The script's requirement that can't be checked; null when it was something else.</summary>
    public Directive? Requirement { get; internal init; }

    /// <summary>Whether it failed because the run was told to stop.</summary>
    public bool IsCancelled { get; internal init; }

    /// <summary>The first thing that went wrong: what follows it is often only its consequence.</summary>
    internal ServerError Error { get; }

    /// <summary>Whether nothing more can be said over the connection.</summary>
    internal static bool EndsConnection(SqlException exception) =>
        exception.Errors.Cast<SqlError>().Any(error => error.Class >= FirstFatal);

    internal static ServerError ErrorIn(SqlException exception)
    {
        var errors = exception.Errors.Cast<SqlError>().ToList();
        return errors.Find(error => error.Class > LastInformation) is { } error
            ? new ServerError(error.Number, error.Class, error.Message)
            {
                Line = error.LineNumber,
                Procedure = error.Procedure ?? "",
            }
            : new ServerError(exception.Number, exception.Class, exception.Message);
    }
}
