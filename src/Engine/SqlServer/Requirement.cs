using Drawbridge.Engine.SqlServer.Failures;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;

namespace Drawbridge.Engine.SqlServer;

/// <summary>What a script says must be true before it runs.</summary>
internal static class Requirement
{
    private const int LongestQuote = 200;

    /// <summary>The first that is not true, or can't be asked; null for none.</summary>
    /// <exception cref="RefusalException">Others were in the way.</exception>
    public static async Task<ResultError?> FirstUnmet(ScriptContext context, CancellationToken cancellationToken)
    {
        foreach (var requirement in context.Requirements)
        {
            if (await IsMet(context, requirement, cancellationToken) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>Asks for it; on lines of its own, because a comment may end it.</summary>
    public static string Question(string expression) => $"""
        SELECT CAST(CASE WHEN (
        {expression}
        ) THEN 1 ELSE 0 END AS int);
        """;

    private static async Task<ResultError?> IsMet(
        ScriptContext context, Directive requirement, CancellationToken cancellationToken)
    {
        try
        {
            var request = new SqlRequest(Question(requirement.Value)) { Requirement = requirement, Limit = context.Limit };
            return await context.Channel.AskOne(request, cancellationToken) is 1
                ? null
                : ErrorAt(context, requirement, new RequirementNotMet(
                    context.Script.Entry.Key, Short(requirement.Value), context.Release.Database));
        }
        catch (RefusalException refusal)
            when (!refusal.IsCancelled && context.Channel.IsOpen && !Conflict.MayPass(context, refusal))
        {
            var message = Redaction.OfMessage(refusal.Error, context.Script.Sql);
            return ErrorAt(context, requirement, new RequirementFailed(
                context.Script.Entry.Key, context.Release.Database, message.TrimEnd('.'), refusal.Error.Code));
        }
    }

    private static ResultError ErrorAt(ScriptContext context, Directive requirement, Problem problem) =>
        ResultError.Of(problem, context.Script.Entry.Key) with
        {
            Line = requirement.Line,
            Column = requirement.Position.Column,
        };

    private static string Short(string expression) =>
        expression.Length <= LongestQuote ? expression : $"{expression[..LongestQuote]}…";
}
