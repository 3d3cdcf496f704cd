namespace Drawbridge.Engine;

/// <summary>Knows how to log in at the moment it is needed, because passwords rotate and tokens expire.</summary>
public interface ILoginSource
{
    /// <summary>As a message names it, such as <c>the secret 'shop'</c>.</summary>
    string Name { get; }

    /// <summary>Whether it says who logs in, and maybe where; then the database setting must not.</summary>
    bool NamesUser { get; }

    /// <summary>Whether what it gives may only travel encrypted.</summary>
    bool NeedsTls { get; }

    /// <summary>Whether it gives a token of AWS in place of a password, which only some engines take.</summary>
    bool GivesToken => false;

    /// <summary>The login to use now; null when there is no other than the one that was refused.</summary>
    /// <exception cref="DrawbridgeException">There is none to be had: the problem says why.</exception>
    Task<Login?> Find(LoginRequest request, CancellationToken cancellationToken);
}
