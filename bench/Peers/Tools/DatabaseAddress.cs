namespace Drawbridge.Bench.Peers.Tools;

/// <summary>Where one run finds its database.</summary>
/// <param name="Host">The server, or what stands before it.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="User">Who applies.</param>
/// <param name="Password">Its password.</param>
/// <param name="Database">An empty database.</param>
internal sealed record DatabaseAddress(string Host, int Port, string User, string Password, string Database)
{
    /// <summary>As libpq and most others read it.</summary>
    public string Url => Link("postgresql");

    /// <summary>The same for who insists on TLS elsewise.</summary>
    public string UrlWithoutTls => $"{Url}?sslmode=disable";

    /// <summary>As Java's drivers read it, without the login.</summary>
    public string Jdbc => $"jdbc:postgresql://{Host}:{Port}/{Database}";

    /// <summary>As .NET's driver reads it.</summary>
    public string KeysAndValues => $"Host={Host};Port={Port};Username={User};Password={Password};Database={Database}";

    /// <summary>The same in another scheme.</summary>
    public string Link(string scheme) =>
        $"{scheme}://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@{Host}:{Port}/{Database}";
}
