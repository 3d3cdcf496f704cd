namespace Drawbridge.Engine.SqlServer;

/// <summary>Who a session is.</summary>
/// <param name="Login">On the server.</param>
/// <param name="User">In its database.</param>
/// <param name="Language">Its own, which decides how dates are written.</param>
/// <param name="Version">The server's.</param>
internal sealed record SessionBeginning(string Login, string User, string Language, string Version)
{
    /// <summary>Asks for it.</summary>
    public static Task<SessionBeginning> Of(SqlChannel channel, CancellationToken cancellationToken) => channel.Ask(
        new SqlRequest(SessionSql.Beginning),
        async reader => await reader.ReadAsync(cancellationToken)
            ? new SessionBeginning(
                reader.GetValue(0) as string ?? "",
                reader.GetValue(1) as string ?? "",
                reader.GetValue(2) as string ?? "",
                reader.GetValue(3) as string ?? "")
            : new SessionBeginning("", "", "", ""),
        cancellationToken);
}
