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
        return Complete(new GrantStatement(reader.Span, []), reader);
    }

    public static StatementSyntax ReadRevoke(TokenReader reader)
    {
        reader.Take("REVOKE");
        foreach (var option in new[] { "GRANT", "ADMIN", "INHERIT", "SET" })
        {
            reader.Take(option, "OPTION", "FOR");
        }

        return Complete(new RevokeStatement(reader.Span, []), reader);
    }

    /// <summary>What follows ALTER DEFAULT PRIVILEGES.</summary>
    public static StatementSyntax? ReadDefault(TokenReader reader)
    {
        reader.SkipTo("GRANT", "REVOKE");
        var change = reader.Is("GRANT") ? ReadGrant(reader) : reader.Is("REVOKE") ? ReadRevoke(reader) : null;
        return change is PrivilegeStatement known ? new AlterDefaultPrivilegesStatement(reader.Span, known) : null;
    }

    private static PrivilegeStatement Complete(PrivilegeStatement statement, TokenReader reader)
    {
        var (all, privileges) = TakePrivileges(reader);
        var (kind, isWholeSchema, objects) = TakeObjects(reader);
        return statement with
        {
            All = all,
            Privileges = privileges,
            Kind = kind,
            IsWholeSchema = isWholeSchema,
            Objects = objects,
            Grantees = TakeGrantees(reader),
        };
    }

    private static (TextSpan? All, List<string> Privileges) TakePrivileges(TokenReader reader)
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
        return (all, privileges);
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

    private static (ObjectKind Kind, bool IsWholeSchema, IReadOnlyList<QualifiedName> Names) TakeObjects(TokenReader reader)
    {
        if (!reader.Take("ON"))
        {
            return (ObjectKind.Role, false, []);
        }

        for (var index = 0; index < AllOfSchema.Length; index++)
        {
            if (reader.Take("ALL", AllOfSchema[index], "IN", "SCHEMA"))
            {
                return (KindsOfSchema[index], true, reader.TakeNames("TO", "FROM"));
            }
        }

        var kind = reader.Take("FOREIGN", "SERVER") ? ObjectKind.Server
            : reader.Take("PARAMETER") || reader.Take("LARGE", "OBJECT") ? ObjectKind.Other
            : reader.TakeObjectKind() ?? ObjectKind.Table;
        return (kind, false, reader.TakeNames("TO", "FROM"));
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
