using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>What a database setting says of the place and of who logs in; null or empty for what it leaves out.</summary>
internal sealed record SettingNames(string? Host, string? User, string? Password, string? Database)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User}@{Host}/{Database}";

    /// <summary>Setting and login source together must say everything once.</summary>
    /// <exception cref="DrawbridgeException"><see cref="DatabaseSettingInvalid"/>.</exception>
    public void Demand(ILoginSource? login)
    {
        var (hasHost, hasUser, hasDatabase) = (Host is { Length: > 0 }, User is { Length: > 0 }, Database is { Length: > 0 });
        var flaw = login switch
        {
            not null when Password is { Length: > 0 } => $"it holds a password, and {login.Name} is to give one",
            { NamesUser: true } when hasUser => $"it names a user, and {login.Name} does too",
            { NamesUser: true } when !hasDatabase => "it must name a database",
            not { NamesUser: true } when !(hasHost && hasUser && hasDatabase) => "it must name host, user and database",
            _ => null,
        };
        if (flaw is not null)
        {
            throw new DrawbridgeException(new DatabaseSettingInvalid(flaw));
        }
    }
}
