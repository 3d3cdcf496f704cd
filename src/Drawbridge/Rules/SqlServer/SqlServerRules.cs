namespace Drawbridge.Rules.SqlServer;

/// <summary>The rules that look at T-SQL only. What PostgreSQL's scripts know too has the same id there.</summary>
internal static class SqlServerRules
{
    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SqlcmdCommand(),
        new FirstInBatch(),
        new UseDatabase(),
        new UnparsedStatement(),
        new TransactionControl(),
        new DropTable(),
        new DropSchema(),
        new DropDatabase(),
        new DropColumn(),
        new DropObject(),
        new Truncate(),
        new UnboundedWrite(),
        new RenameObject(),
        new RequiredColumn(),
        new AlterColumn(),
        new RequireOnlineIndex(),
        new UntrustedConstraint(),
        new XactAbort(),
        new CrossDatabaseName(),
        new Nolock(),
        new Merge(),
        new CreateOrAlter(),
        new RequireSchema(),
    ];
}
