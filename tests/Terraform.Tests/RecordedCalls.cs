using System.Text.Json;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Terraform.Tests;

/// <summary>What the action and the function were seen to call, recorded by the end-to-end tests.</summary>
internal static class RecordedCalls
{
    private static readonly Dictionary<string, string[]> All = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Repository.PathOf("terraform/tests/calls.json")))!;

    public static IReadOnlyList<string> Of(string caller) => All[caller];
}
