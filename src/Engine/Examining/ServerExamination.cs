using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.Examining;

/// <summary>
/// Goes the way to a database step by step, as a run does at once, so that the step that is broken can be told from the
/// others. What comes after it is skipped, what does not depend on it is not.
/// </summary>
internal sealed class ServerExamination(IExaminedServer server, WayToServer way, string database)
{
    private readonly Checkup _login = new("database-login");
    private readonly Checkup _root = new("root-database", database);
    private readonly Checkup _server = new("database-server");
    private readonly List<DoctorCheck> _checks = [];

    private string? Cause => _checks.Find(check => check.Status == CheckStatus.Broken)?.Name;

    public async Task<IReadOnlyList<DoctorCheck>> Run(CancellationToken cancellationToken)
    {
        var credentials = await FindLogin(cancellationToken);
        await TakeWay(credentials, cancellationToken);
        _checks.InsertRange(0, credentials is null ? [] : [credentials]);
        await LogIn(cancellationToken);
        return _checks;
    }

    /// <summary>Null when the setting holds the login, so that there is nothing to look at.</summary>
    private async Task<DoctorCheck?> FindLogin(CancellationToken cancellationToken)
    {
        if (server.LoginSource is not { } source)
        {
            return null;
        }

        var checkup = new Checkup("database-credentials");
        return await checkup.Look(
            Limits.Credentials,
            new CredentialsMissing(),
            async token =>
            {
                var login = await server.FindLogin(token);
                way.LeaveTo(login!);
                return checkup.Fine($"The login of '{login!.User}' comes from {source.Name}.");
            },
            cancellationToken);
    }

    private async Task TakeWay(DoctorCheck? credentials, CancellationToken cancellationToken)
    {
        if (way.IsSocket)
        {
            return;
        }

        if (!way.IsKnown)
        {
            _checks.AddRange(way.Steps.Select(step => step.Checkup.Skipped(credentials!.Name)));
            return;
        }

        foreach (var (checkup, look) in way.Steps)
        {
            _checks.Add(Cause is { } cause ? checkup.Skipped(cause) : await look(checkup, cancellationToken));
        }
    }

    private async Task LogIn(CancellationToken cancellationToken)
    {
        DatabaseRights? rights = null;
        Problem? missing = null;
        _checks.Add(Cause is { } before
            ? _login.Skipped(before)
            : await _login.Look(Limits.Login, way.Silence(Limits.Login), Enter, cancellationToken));
        _checks.Add(Cause is { } cause ? _root.Skipped(cause)
            : missing is not null ? _root.Broken(missing)
            : _root.Fine($"The database '{database}' is there."));
        _checks.AddRange(Cause is { } broken ? Unseen(broken) : Judge(rights!));

        async Task<DoctorCheck> Enter(CancellationToken token)
        {
            try
            {
                rights = await server.ReadRights(database, token);
                var (engine, version) = rights.Server;
                return _login.Fine($"The server takes the login of '{rights.User}': {engine} {version}.");
            }
            catch (DrawbridgeException exception) when (exception.Problem is DatabaseMissing)
            {
                // The server says so only to those whom it lets in.
                missing = exception.Problem;
                return _login.Fine("The server takes the login.");
            }
        }
    }

    private IEnumerable<DoctorCheck> Unseen(string cause) =>
        [_server.Skipped(cause), DatabaseExamination.Checkup(database).Skipped(cause)];

    private IEnumerable<DoctorCheck> Judge(DatabaseRights rights) =>
    [
        rights.ReadOnlyBecause is { } reason
            ? _server.Broken(new DatabaseReadOnly(way.Server, reason))
            : _server.Fine("The server takes writes."),
        DatabaseExamination.Judge(database, rights),
    ];
}
