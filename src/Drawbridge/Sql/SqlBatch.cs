using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Sql;

/// <summary>
/// What goes to the server at once: on SQL Server, what stands between two lines <c>GO</c>, comments included, because
/// the server keeps those above a procedure with it.
/// </summary>
public sealed class SqlBatch
{
    private readonly string _script;
    private BatchSyntax? _syntax;

    internal SqlBatch(string script, TextPosition start, int length)
    {
        _script = script;
        Start = start;
        Length = length;
    }

    /// <summary>Where its text begins: the server counts lines from here.</summary>
    public TextPosition Start { get; }

    /// <summary>UTF-16 code units.</summary>
    public int Length { get; }

    /// <summary>The exact text to send.</summary>
    public string Text => _script.Substring(Start.Offset, Length);

    /// <summary>How often it is to run: the number behind its <c>GO</c>, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What it consists of; a batch that can't be taken apart is one statement.</summary>
    public required IReadOnlyList<SqlStatement> Statements { get; init; }

    /// <summary>What its statements say, read when first asked for.</summary>
    internal BatchSyntax Syntax => _syntax ??= new BatchSyntax(Statements);

    /// <summary>The server refuses one of its statements inside a transaction.</summary>
    public bool CannotRunInTransaction => Statements.Any(statement => statement.CannotRunInTransaction);

    /// <summary>Lets go of <see cref="Syntax"/>.</summary>
    internal void Forget() => _syntax = null;

    /// <summary>Keeps what was read already.</summary>
    internal SqlBatch With(BatchSyntax syntax)
    {
        _syntax = syntax;
        return this;
    }
}
