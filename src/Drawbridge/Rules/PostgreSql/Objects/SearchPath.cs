using Drawbridge.Sql.PostgreSql.Syntax.Reading;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>Where the server looks for names without a schema, and where it makes them: in the first.</summary>
/// <param name="Schemas">Without those that every path has.</param>
internal sealed record SearchPath(IReadOnlyList<string> Schemas)
{
    private static readonly string[] Implicit = ["", "$user", "pg_catalog", "pg_temp"];

    /// <summary>What a session begins with, as far as scripts can tell.</summary>
    public static SearchPath Default { get; } = new(["public"]);

    /// <summary>What new objects without a schema lie in.</summary>
    public string First => Schemas[0];

    /// <summary>Reads the value of the setting; null and what names no schema is the default.</summary>
    public static SearchPath Of(string? value)
    {
        var schemas = (value ?? "").Split(',').Select(NameOf).Where(name => !Implicit.Contains(name)).ToList();
        return schemas is [] ? Default : new SearchPath(schemas);
    }

    private static string NameOf(string element)
    {
        var written = element.Trim().Trim('\'');
        return written is ['"', .., '"'] ? written[1..^1] : NameReader.Fold(written);
    }
}
