namespace Drawbridge.GitHubAction.Init;

/// <summary>The workflows that the documentation shows, which are built into the program.</summary>
internal static class StarterWorkflows
{
    private static readonly string[] Examples =
        ["example-validate.yml", "example-plan.yml", "example-deploy.yml", "example-undo.yml"];

    /// <summary>All of them, for a migrations folder.</summary>
    public static IEnumerable<StarterFile> For(string migrations) =>
        Examples.Select(Read).Select(text => new StarterFile(PathOf(text), In(migrations, text)));

    /// <summary>The first line says where it belongs.</summary>
    private static string PathOf(string text) => text[2..text.IndexOf('\n', StringComparison.Ordinal)];

    private static string In(string migrations, string text) => text
        .Replace("migrations: migrations\n", $"migrations: {migrations}\n", StringComparison.Ordinal)
        .Replace("\"migrations/**\"", $"\"{migrations}/**\"", StringComparison.Ordinal);

    private static string Read(string example)
    {
        using var resource = typeof(StarterWorkflows).Assembly.GetManifestResourceStream(example)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
