namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE ROLE and ALTER ROLE behind that word.</summary>
internal static class RoleReader
{
    public static DefineRoleStatement? Read(TokenReader reader) =>
        reader.TakeIdentifier() is { } name ? ReadOptions(reader, name) : null;

    /// <summary>What follows the role's name.</summary>
    public static DefineRoleStatement ReadOptions(TokenReader reader, Identifier name)
    {
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
