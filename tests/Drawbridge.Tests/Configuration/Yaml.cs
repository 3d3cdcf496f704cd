using System.Text;
using Drawbridge.Configuration;

namespace Drawbridge.Tests.Configuration;

internal static class Yaml
{
    /// <summary>What a file says that must be right.</summary>
    public static ProjectSettings Read(string text)
    {
        var settings = Try(text);
        settings.Objections.ShouldBeEmpty();
        return settings;
    }

    /// <summary>What a file says that may be wrong.</summary>
    public static ProjectSettings Try(string text) => SettingsReader.Read(Encoding.UTF8.GetBytes(text));
}
