using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.Examining;

/// <summary>Looks whether a login may apply scripts to a database, and record them.</summary>
internal static class DatabaseExamination
{
    public static Task<DoctorCheck> Run(IExaminedServer server, string database, CancellationToken cancellationToken)
    {
        var checkup = Checkup(database);
        return checkup.Look(
            Limits.Login,
            new DatabaseSilent(database, (int)Limits.Login.TotalSeconds),
            async token => Judge(database, await server.ReadRights(database, token)),
            cancellationToken);
    }

    public static Checkup Checkup(string database) => new("database-privileges", database);

    public static DoctorCheck Judge(string database, DatabaseRights rights)
    {
        var create = rights.MayCreateDatabases ? "may create databases" : "may not create databases";
        return rights.MissingForHistory is { } missing
            ? Checkup(database).Broken(new PrivilegeMissing(database, missing))
            : Checkup(database).Fine($"'{rights.User}' may keep the history in '{database}', and {create}.");
    }
}
