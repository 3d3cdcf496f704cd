namespace Drawbridge.Engine;

/// <summary>Who logs in. As text it is the user alone.</summary>
/// <param name="User">The role.</param>
/// <param name="Password">Or a token in its place; never shown.</param>
public sealed record Login(string User, string Password)
{
    /// <summary>Where, for a setting that does not say.</summary>
    public string? Host { get; init; }

    /// <summary>The port there.</summary>
    public int? Port { get; init; }

    /// <summary>What to do when the server refuses it; null for the usual advice.</summary>
    public string? RemedyIfRefused { get; init; }

    /// <inheritdoc/>
    public override string ToString() => User;
}
