using Drawbridge.Rules.AfterMerge;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Names;
using Drawbridge.Rules.PostgreSql;
using Drawbridge.Rules.Settings;
using Drawbridge.Rules.Statements;
using Drawbridge.Rules.Suppression;

namespace Drawbridge.Rules;

/// <summary>All rules there are.</summary>
public static class RuleList
{
    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new InvalidName(),
        new InvalidDatabaseName(),
        new DuplicateVersion(),
        new OutOfOrder(),
        new ChangedAfterMerge(),
        new DeletedAfterMerge(),
        new RenamedAfterMerge(),
        new NotAFile(),
        new CaseCollision(),
        new MixedNaming(),
        new FutureVersion(),
        new FileHygiene(),
        new UnexpectedFile(),
        new MissingUndo(),
        new ConfigurationInvalid(),
        new RuleWeakened(),
        new IgnoreWithoutReason(),
        new UnusedIgnore(),
        new SyntaxError(),
        new PsqlCommand(),
        new TransactionControl(),
        new SessionControl(),
        new IdentifierTooLong(),
        new RequireConcurrentIndex(),
        new DropTable(),
        new DropSchema(),
        new DropDatabase(),
        new DropColumn(),
        new Truncate(),
        new DropCascade(),
        new UnboundedWrite(),
        new RenameTable(),
        new RenameColumn(),
        new RenameEnumValue(),
        new RenameSchema(),
        new Privileges(),
        new SessionSetting(),
        new RdsUnavailable(),
        new RequiredColumn(),
        new ForeignKeyValidation(),
        new CheckValidation(),
        new SetNotNull(),
        new RewriteColumnType(),
        new RewriteDefault(),
        new BlockingConstraint(),
        new DropIndexBlocking(),
        new ValidateSeparately(),
        new BackfillWithDdl(),
        new EnumValueUsed(),
        new UniqueMayFail(),
        new NotRerunnable(),
        new BlockingMaintenance(),
        new ForeignKeyIndex(),
        new NoPrimaryKey(),
        new MixedTransaction(),
        new RequireSchema(),
        .. SqlServer.SqlServerRules.All,
    ];

    /// <summary>One for each id: what several engines know has a rule for each, and one page.</summary>
    public static IReadOnlyList<Rule> ById { get; } = [.. All.DistinctBy(rule => rule.Id)];

    private static readonly Dictionary<string, int> Places =
        ById.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index, StringComparer.Ordinal);

    /// <summary>
    /// Those whose findings nobody can accept: a script that breaks one of them can't be applied as it is meant.
    /// </summary>
    public static IReadOnlyList<Rule> Binding { get; } = [.. All.Where(rule => rule.AcceptedBy == AcceptedBy.Nothing)];

    /// <summary>What all rules find and nobody accepted: the worst first, then by place.</summary>
    public static IReadOnlyList<Finding> Check(ChangeSet changes) => Inspection.Of(changes, All).Findings;

    /// <summary>The rule of an id; null when there is none.</summary>
    public static Rule? Find(string id) => Places.TryGetValue(id, out var place) ? ById[place] : null;

    /// <summary>The place of a rule in <see cref="ById"/>.</summary>
    internal static int PlaceOf(string id) => Places[id];
}
