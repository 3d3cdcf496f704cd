using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Problems;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>
/// Logs in as a secret says. It is read when it is needed first, and again when the server refuses what it said.
/// </summary>
internal sealed class SecretLogin(string secret, SecretsManager secrets) : ILoginSource
{
    private Login? _known;

    public string Name => $"the secret '{secret}'";

    public bool NamesUser => true;

    public bool NeedsTls => false;

    public async Task<Login?> Find(LoginRequest request, CancellationToken cancellationToken)
    {
        if (_known is null || _known == request.Refused)
        {
            _known = await Read(request.Engine, cancellationToken);
        }

        return _known == request.Refused ? null : _known;
    }

    private async Task<Login> Read(string engine, CancellationToken cancellationToken)
    {
        var text = await secrets.Read(secret, cancellationToken);
        return DatabaseSecret.TryRead(text, engine, out var login, out var flaw)
            ? login with { RemedyIfRefused = Remedy() }
            : throw new DrawbridgeException(new SecretUnusable(secret, flaw));
    }

    private string Remedy() =>
        $"The secret '{secret}' was read again and did not help: rotate it, or set the role's password to its own, "
        + "and check that the role may connect to this database.";
}
