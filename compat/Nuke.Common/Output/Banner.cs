namespace Nuke.Common.Output;

/// <summary>The headings between the lines of the log.</summary>
internal static class Banner
{
    public static void WriteLogo(NukeBuild build)
    {
        var name = build.GetType().Assembly.GetName().Name;
        var engine = typeof(NukeBuild).Assembly.GetName();
        Show($"{name} on {engine.Name} {engine.Version?.ToString(3)} (a stand-in, see compat/README.md)");
    }

    public static void Write(string target)
    {
        var line = new string('═', target.Length + 4);
        Show($"\n╬{line}\n║ {target}\n╬{line}\n");
    }

    private static void Show(string text)
    {
        if (NukeBuild.Verbosity <= Verbosity.Normal)
        {
            Console.WriteLine(text);
        }
    }
}
