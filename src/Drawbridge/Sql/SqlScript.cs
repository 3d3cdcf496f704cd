using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Sql;

/// <summary>A script, read: in order, each statement with its place, and everything that is wrong as values.</summary>
/// <param name="Text">The script as it was given.</param>
/// <param name="Statements">What there is to run; comments and empty statements do not appear.</param>
/// <param name="Directives">The directives above the first statement: they hold for the whole script.</param>
/// <param name="Errors">Why it must not be run, in the order of the text, the first <see cref="MostErrors"/>.</param>
public sealed record SqlScript(
    string Text,
    IReadOnlyList<SqlStatement> Statements,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<SqlSyntaxError> Errors)
{
    /// <summary>Where reporting stops: a megabyte of closing parentheses needs no megabyte of errors.</summary>
    public const int MostErrors = 100;

    /// <summary>Whether all of it is one transaction: no statement refuses that, and no directive does.</summary>
    public bool RunsInTransaction { get; } = !Statements.Any(statement => statement.CannotRunInTransaction)
        && !Directives.Any(directive => directive.Kind == DirectiveKind.TransactionOff);

    /// <summary>What goes to the server at once; empty where each statement is sent by itself.</summary>
    public IReadOnlyList<SqlBatch> Batches { get; init; } = [];

    /// <summary>The <c>ignore</c> directives below the last statement, which concern nothing.</summary>
    public IReadOnlyList<Directive> LooseDirectives { get; init; } = [];

    /// <summary>Reads what each statement says now instead of when it is first asked for.</summary>
    internal void ReadStatements()
    {
        var reader = new TokenReader(Text, default);
        foreach (var statement in Statements)
        {
            statement.Read(reader);
        }
    }

    /// <summary>Lets go of what each statement says, which needs far more room than the text: it is read again when asked for.</summary>
    internal void ForgetStatements()
    {
        foreach (var statement in Statements)
        {
            statement.Forget();
        }

        foreach (var batch in Batches)
        {
            batch.Forget();
        }
    }

    /// <summary>All <c>ignore</c> directives, wherever they stand.</summary>
    public IReadOnlyList<Directive> Ignores => field ??=
    [
        .. Directives.Concat(Statements.SelectMany(statement => statement.Directives))
            .Concat(LooseDirectives)
            .Where(directive => directive.Kind == DirectiveKind.Ignore),
    ];

    /// <summary>Maps offsets and server positions to lines and columns.</summary>
    public LineMap Lines => field ??= new(Text);
}
