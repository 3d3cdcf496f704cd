using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>Follows the server's account of the calls from the innermost to the first that the script has.</summary>
internal sealed class FailureFinder(
    SqlScript script, SqlStatement? statement, PostgresException answer, ServerCount count)
{
    private readonly IReadOnlyList<CallFrame> _calls = CallContext.Read(answer.Where);
    private readonly ScriptRoutines _routines = new(script, statement);

    /// <summary>In the query that a function ran, in characters; 0 for none.</summary>
    private readonly int _place = count.Characters(answer.InternalQuery ?? "", answer.InternalPosition);

    /// <summary>The code that the failed statement itself carries.</summary>
    private CodeBody? Own { get; } = statement is null ? null : CodeBody.Of(script, statement);

    public FailurePlace Find()
    {
        if (WholeBody() is { } whole)
        {
            return new FailurePlace(whole.OffsetOf(_place), Told(inner: null, whole));
        }

        for (var depth = 0; depth < _calls.Count; depth++)
        {
            if (BodyOf(depth) is { } body && OffsetIn(body, depth) is { } offset)
            {
                return new FailurePlace(offset, Told(Elsewhere(depth), body));
            }
        }

        return new FailurePlace(StatementOffset(), Told(Elsewhere(_calls.Count), outer: null));
    }

    /// <summary>The server gives a body as the query when it can't be read.</summary>
    private CodeBody? WholeBody() => answer.InternalQuery is not { } query || answer.InternalPosition < 1 ? null
        : Own?.Text == query ? Own
        : _routines.WithText(query);

    private CodeBody? BodyOf(int depth) => _calls[depth] switch
    {
        { IsBlock: false } call => _routines.Find(call),
        _ => IsOutermostBlock(depth) && statement?.Syntax is DoStatement ? Own : null,
    };

    /// <summary>Of several blocks at work the statement is the outermost: functions put the others together.</summary>
    private bool IsOutermostBlock(int depth) => _calls.Skip(depth + 1).All(call => !call.IsBlock);

    private int? OffsetIn(CodeBody body, int depth) =>
        (depth == 0 && answer.InternalQuery is { } query ? body.OffsetOf(query, _place, _calls[0]) : null)
        ?? body.OffsetOf(_calls[depth]);

    /// <summary>Where the failed statement was, whatever it called.</summary>
    private int? StatementOffset()
    {
        if (statement is null)
        {
            return null;
        }

        var block = _calls.LastOrDefault(call => call.IsBlock);
        return CopyRow.Find(script, statement, answer.Where)
            ?? (block is not null && statement.Syntax is DoStatement ? Own?.OffsetOf(block) : null)
            ?? statement.Offset;
    }

    private CallFrame? Elsewhere(int depth) => _calls.Take(depth).FirstOrDefault(call => !call.IsBlock);

    /// <summary>What the place alone does not say.</summary>
    private string Told(CallFrame? inner, CodeBody? outer)
    {
        var called = outer is null || outer.Statement == statement ? null : outer.Statement.Syntax;
        var routine = (called as CreateFunctionStatement)?.Name.Text;
        var caller = StatementOffset() is { } offset ? $" called from line {script.Lines.Locate(offset).Line}" : "";
        return (inner, routine) switch
        {
            (null, null) => "",
            ({ } call, null) => $", {call.Description}",
            (null, { } name) => $", in function '{name}'{caller}",
            ({ } call, { } name) => $", {call.Description}, by way of function '{name}'{caller}",
        };
    }
}
