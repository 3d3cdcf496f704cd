using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.Proposals;

/// <summary>In which of the three forms a database's scripts are usually named.</summary>
internal static class NamingHabit
{
    /// <summary>
    /// The form of most; null when there are none. Repeatables have one form only, so they don't count.
    /// </summary>
    public static NamingForm? Of(IEnumerable<MigrationFile> files, string database) => files
        .Where(file => file.Database == database && file.Name is { Kind: not ScriptKind.Repeatable })
        .GroupBy(file => file.Name!.Form)
        .OrderByDescending(form => form.Count())
        .ThenBy(form => form.Key)
        .FirstOrDefault()?.Key;

    /// <summary>A name in a form.</summary>
    public static string Example(NamingForm? form) => form switch
    {
        NamingForm.Flyway => "V202611221030__create_users.sql",
        NamingForm.Plain => "202611221030_create_users.sql",
        _ => "202611221030_create_users.up.sql",
    };
}
