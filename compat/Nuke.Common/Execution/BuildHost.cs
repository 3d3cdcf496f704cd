using Nuke.Common.Injection;

namespace Nuke.Common.Execution;

/// <summary>What started the build: a person, or one of the build servers that Nuke knows.</summary>
internal sealed record BuildHost(string Name, string? Variable)
{
    public static readonly IReadOnlyList<BuildHost> All =
    [
        new("Terminal", null),
        new("AppVeyor", "APPVEYOR"),
        new("AzurePipelines", "TF_BUILD"),
        new("Bamboo", "BAMBOO_SERVER"),
        new("Bitbucket", "BITBUCKET_BUILD_NUMBER"),
        new("Bitrise", "BITRISE_BUILD_URL"),
        new("GitHubActions", "GITHUB_ACTIONS"),
        new("GitLab", "GITLAB_CI"),
        new("Jenkins", "JENKINS_HOME"),
        new("TeamCity", "TEAMCITY_VERSION"),
        new("TravisCI", "TRAVIS"),
    ];

    private static readonly Lazy<BuildHost> Found = new(() => Find(ParameterSources.Current));

    public static BuildHost Current => Found.Value;

    public bool IsServer => Variable is not null;

    private static BuildHost Find(ParameterSources sources)
    {
        if (sources.CommandLine.Find("Host") is { Values: [var name] })
        {
            return All.FirstOrDefault(host => host.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new BuildFailedException(
                    $"There is no host '{name}'; the hosts are {string.Join(", ", All.Select(host => host.Name))}.");
        }

        return All.FirstOrDefault(host => host.Variable is not null && sources.Environment.Has(host.Variable))
            ?? All[0];
    }
}
