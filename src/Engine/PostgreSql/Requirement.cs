using Drawbridge.Sql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a script says must be true before it runs, as commands that fail unless it is.</summary>
internal static class Requirement
{
    /// <summary>Fails with SQLSTATE 22012 (division by zero) unless the expression before it was true.</summary>
    public const string AssertMet = "SELECT 1 / (pg_catalog.current_setting('drawbridge.requirement') = 'true')::int";

    /// <summary>What stands before the expression when it is sent.</summary>
    public const string Prefix = "SELECT pg_catalog.set_config('drawbridge.requirement', ((";

    private const string Suffix = ") IS TRUE)::text, true)";

    private const string Savepoint = "SAVEPOINT drawbridge_requirement";

    private const string ReadOnly = "SET TRANSACTION READ ONLY";

    private const string RollBackTo = "ROLLBACK TO SAVEPOINT drawbridge_requirement";

    private const string Release = "RELEASE SAVEPOINT drawbridge_requirement";

    /// <summary>
    /// Checks inside the script's own transaction, in a part of it that can't write: the rest of it can. Of a script
    /// that is to go on, the beginning was checked when it began.
    /// </summary>
    public static Pipeline AddRequirements(this Pipeline pipeline, ScriptContext context) => Of(context) is [_, ..] requirements
        ? pipeline.Add(Savepoint).Add(ReadOnly).AddAll(requirements).Add(RollBackTo).Add(Release)
        : pipeline;

    /// <summary>The same for a script without a transaction, in one of its own.</summary>
    public static Pipeline AddRequirementsAlone(this Pipeline pipeline, ScriptContext context) => Of(context) is [_, ..] requirements
        ? pipeline.Add(TimeOuts.Of(context)).Add(SessionSql.BeginReading).AddAll(requirements).Add(SessionSql.Rollback)
        : pipeline;

    private static List<Directive> Of(ScriptContext context) => context.Script.Begun is null or { StatementsDone: 0, HasEnded: true }
        ? [.. context.Script.Sql.Directives.Where(directive => directive.Kind == DirectiveKind.Require)]
        : [];

    private static Pipeline AddAll(this Pipeline pipeline, List<Directive> requirements)
    {
        foreach (var requirement in requirements)
        {
            pipeline.Add($"{Prefix}{requirement.Value}{Suffix}", requirement).Add(AssertMet, requirement);
        }

        return pipeline;
    }
}
