using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Names;

/// <summary>Scripts in a folder that can't name a database, or in none at all.</summary>
internal sealed class InvalidDatabaseName : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes) =>
        from file in changes.Head
        where file.IsScript && !DatabaseName.IsValid(file.Database)
        group file by file.Database into folder
        let file = folder.First()
        select folder.Key.Length == 0
            ? Find(
                file,
                $"The script '{file.Path}' lies in no database's folder.",
                "Move it into a folder named after its database; or if it is in one, give the folder above that as the "
                + "migrations folder.")
            : Find(
                file,
                $"The folder '{folder.Key}' can't be the name of a database.",
                "Name it with letters, digits, '_', '-' or '$', a letter or '_' first, at most "
                + $"{DatabaseName.MaximumLength} characters.");
}
