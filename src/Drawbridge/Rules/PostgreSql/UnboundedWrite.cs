using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>An UPDATE or DELETE of every row of a table that was there before.</summary>
internal sealed class UnboundedWrite : StatementRule<QueryStatement, ExplainStatement>
{
    private static readonly string[] Always = ["true", "1=1", "1 = 1"];

    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(QueryStatement query) =>
        query.With.Count > 0 || (query is WriteStatement write && IsUnbounded(write));

    protected override IEnumerable<Finding> Check(ExplainStatement explain, StatementContext at) =>
        explain is { IsAnalyze: true, Statement: QueryStatement query } ? Check(query, at) : [];

    protected override IEnumerable<Finding> Check(QueryStatement query, StatementContext at) =>
        from write in query.Writes
        where IsUnbounded(write) && !at.IsNew(write.Target)
        select write is UpdateStatement
            ? Find(
                at,
                write.Target.Span,
                $"The UPDATE of '{write.Target}' writes and locks every row of it until the script ends.",
                "Add a WHERE that leaves out the rows that are right already, and go through a large table in several "
                    + "scripts; "
                + "a new column is filled without any write by 'ADD COLUMN … DEFAULT …'.")
            : Find(
                at,
                write.Target.Span,
                $"The DELETE empties '{write.Target}': it has no WHERE.",
                "Say which rows; or why nobody needs any of them: '-- drawbridge: ignore unbounded-write <reason>'.");

    private static bool IsUnbounded(WriteStatement write) => write is UpdateStatement or DeleteStatement
        && (write.Where is null || Always.Contains(write.Where.Text.Trim('(', ')', ' '), StringComparer.OrdinalIgnoreCase));
}
