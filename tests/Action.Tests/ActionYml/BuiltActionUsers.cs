namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>The tests that share one build.</summary>
[CollectionDefinition(Name)]
public sealed class BuiltActionUsers : ICollectionFixture<BuiltAction>
{
    public const string Name = "users of the built action";
}
