namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE ROLE and ALTER ROLE behind that word.</summary>
internal static class RoleReader
{
    public static DefineRoleStatement? Read(TokenReader reader)
    {
        if (reader.TakeIdentifier() is not { } name)
        {
            return null;
        }

        var role = new DefineRoleStatement(reader.Span, name);
        while (!reader.IsAtEnd)
        {
            if (reader.TakeSpan("SUPERUSER") is { } superuser)
            {
                role = role with { Superuser = superuser };
            }
            else if (reader.Take("PASSWORD"))
            {
                role = role with { Password = reader.TakeLiteral()?.Span };
            }
            else
            {
                reader.Skip();
            }
        }

        return role;
    }
}
