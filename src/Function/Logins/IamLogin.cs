using Drawbridge.Engine;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>Logs an existing role in with the function's own AWS identity instead of a password.</summary>
internal sealed class IamLogin(AwsAccess aws) : ILoginSource
{
    private const string Remedy =
        "Grant 'rds_iam' to the role, allow 'rds-db:connect' for it in the function's policy (on the DbiResourceId, "
        + "not the instance's name), turn IAM authentication on at the server, and name the server by its own endpoint: an "
        + "alias can't be signed for.";

    public string Name => "IAM";

    public bool NamesUser => false;

    public bool NeedsTls => true;

    public bool GivesToken => true;

    /// <summary>A token that was refused will be refused again: nothing but time goes into the next one.</summary>
    public async Task<Login?> Find(LoginRequest request, CancellationToken cancellationToken)
    {
        if (request.Refused is not null)
        {
            return null;
        }

        var region = RegionOf(request.Host);
        if (region.Length == 0)
        {
            throw new DrawbridgeException(new RegionMissing());
        }

        var credentials = await aws.Credentials(cancellationToken);
        var login = (request.Host, request.Port, request.User);
        var token = RdsToken.Create(credentials, region, login, aws.Time.GetUtcNow());
        return new Login(request.User, token) { RemedyIfRefused = Remedy };
    }

    /// <summary>
    /// An endpoint names its region, <c>shop.c9akciq32.eu-central-1.rds.amazonaws.com</c>; it may be another than ours.
    /// </summary>
    private string RegionOf(string host)
    {
        var labels = host.Split('.');
        var end = Array.IndexOf(labels, "rds");
        return end > 0 && host.Contains(".rds.amazonaws.com", StringComparison.Ordinal) ? labels[end - 1] : aws.Region;
    }
}
