namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads GRANT and REVOKE.</summary>
internal static class PrivilegeReader
{
    private static readonly string[] AllOfSchema = ["TABLES", "SEQUENCES", "FUNCTIONS", "PROCEDURES", "ROUTINES"];

    private static readonly ObjectKind[] KindsOfSchema =
        [ObjectKind.Table, ObjectKind.Sequence, ObjectKind.Function, ObjectKind.Procedure, ObjectKind.Routine];

    public static StatementSyntax ReadGrant(TokenReader reader)
    {
        reader.Take("GRANT");
        return TakeObjects(reader, TakePrivileges(reader, new GrantStatement(reader.Span, []))) with { Grantees = TakeGrantees(reader) };
    }

    public static StatementSyntax ReadRevoke(TokenReader reader)
    {
        reader.Take("REVOKE");
        foreach (var option in new[] { "GRANT", "ADMIN", "INHERIT", "SET" })
        {
            reader.Take(option, "OPTION", "FOR");
        }

        return TakeObjects(reader, TakePrivileges(reader, new RevokeStatement(reader.Span, []))) with { Grantees = TakeGrantees(reader) };
    }

    /// <summary>What follows ALTER DEFAULT PRIVILEGES.</summary>
    public static StatementSyntax? ReadDefault(TokenReader reader)
    {
        reader.SkipTo("GRANT", "REVOKE");
        var change = reader.Is("GRANT") ? ReadGrant(reader) : reader.Is("REVOKE") ? ReadRevoke(reader) : null;
        return change is PrivilegeStatement known ? new AlterDefaultPrivilegesStatement(reader.Span, known) : null;
    }

    private static PrivilegeStatement TakePrivileges(TokenReader reader, PrivilegeStatement statement)
    {
        var all = reader.TakeSpan("ALL", "PRIVILEGES") ?? reader.TakeSpan("ALL");
        var privileges = new List<string>(all is null ? [] : ["all"]);
        while (TakePrivilege(reader) is { } privilege)
        {
            privileges.Add(privilege);
            reader.TakeGroup();
            reader.Take(",");
        }

        reader.SkipTo("ON", "TO", "FROM");
        return statement with { All = all, Privileges = privileges, Kind = ObjectKind.Role };
    }

    /// <summary>A role's name, or words: <c>select</c>, <c>alter system</c>.</summary>
    private static string? TakePrivilege(TokenReader reader)
    {
        if (reader.IsAny("ON", "TO", "FROM") || reader.TakeIdentifier() is not { } first)
        {
            return null;
        }

        return reader.Take("SYSTEM") ? $"{first} system" : first.Value;
    }

    private static PrivilegeStatement TakeObjects(TokenReader reader, PrivilegeStatement statement)
    {
        if (!reader.Take("ON"))
        {
            return statement;
        }

        for (var index = 0; index < AllOfSchema.Length; index++)
        {
            if (reader.Take("ALL", AllOfSchema[index], "IN", "SCHEMA"))
            {
                return statement with { Kind = KindsOfSchema[index], IsWholeSchema = true, Objects = reader.TakeNames("TO", "FROM") };
            }
        }

        var kind = reader.Take("FOREIGN", "SERVER") ? ObjectKind.Server
            : reader.Take("PARAMETER") || reader.Take("LARGE", "OBJECT") ? ObjectKind.Other
            : reader.TakeObjectKind() ?? ObjectKind.Table;
        return statement with { Kind = kind, Objects = reader.TakeNames("TO", "FROM") };
    }

    private static List<Grantee> TakeGrantees(TokenReader reader)
    {
        var grantees = new List<Grantee>();
        reader.TakeAny("TO", "FROM");
        do
        {
            reader.Take("GROUP");
            if (reader.TakeIdentifier() is { } name)
            {
                grantees.Add(new Grantee(name, name is { IsQuoted: false, Value: "public" }));
            }
        }
        while (reader.Take(","));
        return grantees;
    }
}
