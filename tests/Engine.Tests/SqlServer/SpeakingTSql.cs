using System.Reflection;
using Drawbridge.Engine.SqlServer;
using Drawbridge.Engine.SqlServer.Donors;
using Drawbridge.Engine.SqlServer.Examining;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>No server is needed to see that what would be sent to one is T-SQL.</summary>
public sealed class SpeakingTSql
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly HistorySql[] Histories = [new(HistoryPlace.Of("it's [odd]")), new(HistoryPlace.Of("MASTER"))];

    public static TheoryData<string> Requests => [.. Texts().Distinct()];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_is_parsed_without_an_error(string sql) => ErrorsIn(sql).ShouldBeEmpty(sql);

    [Fact]
    public void All_kinds_of_requests_were_looked_at() => Requests.Count.ShouldBeGreaterThan(50);

    [Fact]
    public void What_is_no_T_SQL_is_noticed() => ErrorsIn("SELECT FROM WHERE").ShouldNotBeEmpty();

    private static IEnumerable<string> Texts() =>
    [
        .. Constants(typeof(SessionSql)),
        .. Constants(typeof(ApplicationLock)),
        .. Constants(typeof(Evidence)).Where(text => text.StartsWith("SELECT", StringComparison.Ordinal)),
        .. Constants(typeof(ForeignSql)),
        ClosedDatabase.Status,
        RightsSql.Read(isRoot: false),
        RightsSql.Read(isRoot: true),
        HistorySql.HasTables,
        SessionSql.Use("it's [odd]"),
        SessionSql.LockTimeOut(TimeSpan.Zero),
        SessionSql.LockTimeOut(TimeSpan.FromSeconds(5)),
        SessionSql.BecomeLogin("o'neill", "dbo"),
        SessionSql.Language("us_english"),
        Leftovers.CleanUp(SqlServerReader.Read("SET IDENTITY_INSERT [it's].[odd] ON; DECLARE [it's] CURSOR FOR SELECT 1;")),
        Requirement.Question("(SELECT COUNT(*) FROM a) > 0 -- some"),
        new SessionStand("it's [odd]", ["ANSI_NULLS", "QUOTED_IDENTIFIER"], RoundAborts: true).Sql,
        .. Histories.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(HistorySql history) =>
    [
        .. history.Create,
        .. Enum.GetValues<SettledChange>().Select(history.Of),
        .. typeof(HistorySql).GetProperties(Everything)
            .Where(property => property.PropertyType == typeof(string) && property.GetMethod!.IsPublic && !property.GetMethod.IsStatic)
            .Select(property => (string)property.GetValue(history)!),
    ];

    private static IEnumerable<string> Constants(Type type) => type.GetFields(Everything)
        .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> ErrorsIn(string sql)
    {
        using var reader = new StringReader(sql);
        new NewestSqlParser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(error => $"{error.Line}:{error.Column} {error.Message}");
    }
}
