namespace Compat.Tests.Packaging;

/// <summary>A test that downloads from npm: skipped where there is none, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var isThere = folders.Any(folder => File.Exists(Path.Combine(folder, "npm")));
        var isCi = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        Skip = isThere || isCi ? null : "npm is not installed. Install Node.js.";
    }
}
