using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// Opens a session with the login of the moment: again while the server starts, fails over or is full, and once more
/// when the login that it refuses has been replaced meanwhile.
/// </summary>
/// <param name="source">Null when the setting holds the login.</param>
/// <param name="place">What the setting says.</param>
internal sealed class SessionOpening(ILoginSource? source, LoginRequest place)
{
    /// <summary>Where the login comes from; null when the setting holds it.</summary>
    public ILoginSource? Source => source;

    /// <summary>Connects, and tells how often that was tried.</summary>
    /// <param name="connect">Connects with a login; null for the setting's own.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    public async Task<(T Session, int Tries)> Open<T>(
        Func<Login?, CancellationToken, Task<T>> connect, CancellationToken cancellationToken)
        where T : class
    {
        var login = await FindLogin(refused: null, cancellationToken);
        var tries = new Tries();
        T? session = null;
        await tries.Run(
            async cancellation => session = await ConnectOnce(connect, login, cancellation),
            MayPassSoon,
            cleanUp: () => Task.CompletedTask,
            cancellationToken);
        return (session!, tries.Count);
    }

    /// <exception cref="DrawbridgeException">There is none, or nothing says where to go with it.</exception>
    public async Task<Login?> FindLogin(Login? refused, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            return null;
        }

        var login = await source.Find(place with { Refused = refused }, cancellationToken);
        return login is null || place.Host.Length > 0 || login.Host is { Length: > 0 }
            ? login
            : throw new DrawbridgeException(new DatabaseSettingInvalid($"neither it nor {source.Name} names the host"));
    }

    /// <summary>A silent server has cost its whole time already.</summary>
    private static bool MayPassSoon(Exception exception) =>
        exception is DrawbridgeException { Problem: DatabaseBusy or DatabaseUnreachable };

    private async Task<T> ConnectOnce<T>(
        Func<Login?, CancellationToken, Task<T>> connect, Login? login, CancellationToken cancellationToken)
    {
        try
        {
            return await connect(login, cancellationToken);
        }
        catch (DrawbridgeException refused)
            when (login is not null && refused.Problem is DatabaseLoginFailed { IsOfPassword: true })
        {
            if (await FindLogin(login, cancellationToken) is not { } other)
            {
                throw;
            }

            return await connect(other, cancellationToken);
        }
    }
}
