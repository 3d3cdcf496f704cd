using System.Reflection;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Settings;

/// <summary>Who answers.</summary>
/// <param name="Name">As deployed.</param>
/// <param name="Version">Of Drawbridge, and which packages are inside.</param>
/// <param name="Region">Where it runs.</param>
internal sealed record FunctionIdentity(string Name, string Version, string Region)
{
    /// <summary>Reads the environment that the platform sets, and this assembly.</summary>
    public static FunctionIdentity Read(IReadOnlyDictionary<string, string> environment) => new(
        environment.GetValueOrDefault("AWS_LAMBDA_FUNCTION_NAME") ?? "",
        VersionOf(typeof(FunctionIdentity).Assembly),
        environment.GetValueOrDefault("AWS_REGION") ?? "");

    /// <summary>As a result names it.</summary>
    public ResultFunction At(Invocation invocation) => new(Name, Version, invocation.RequestId, invocation.LogStream, Region);

    private static string VersionOf(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var packages = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "PackagesInside");
        return $"{version} ({packages.Value})";
    }
}
