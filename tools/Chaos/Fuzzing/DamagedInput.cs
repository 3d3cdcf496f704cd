using System.Text;
using System.Text.Json.Nodes;
using Drawbridge.Chaos.Faults;
using Drawbridge.LocalAws.Lambda;
using Drawbridge.Manifests;

namespace Drawbridge.Chaos.Fuzzing;

/// <summary>Between two good releases, the function is given events and releases that were damaged on purpose.</summary>
/// <param name="seed">Decides the damage.</param>
/// <param name="count">How many of each.</param>
public sealed class DamagedInput(int seed, int count) : Fault
{
    private readonly Random _random = new(seed);
    private IReadOnlyList<FunctionInvocation> _invocations = [];

    /// <inheritdoc/>
    public override string Kind => "damaged input";

    /// <inheritdoc/>
    public override string Details => $"{count} events and {count} releases";

    /// <inheritdoc/>
    public override void Send(Scene scene) => scene.Put(scene.Compose(scene.Scripts.Count / 2));

    /// <inheritdoc/>
    public override async Task<bool> Strike(Scene scene)
    {
        await scene.Settle();
        var aws = scene.Ground.Aws;
        var before = aws.Invocations.Count;
        var envelope = aws.Invocations[^1].Text;
        // A database of its own: what is left of a damaged release may still be one, and is applied then.
        await using var victim = await Scene.Begin(scene.Ground, scene.Scripts);
        for (var round = 0; round < count; round++)
        {
            aws.Send(Damaged(envelope));
            await scene.Settle();
            var release = victim.Compose();
            aws.Put(Ground.Bucket, Scene.KeyOf(ManifestKind.Release, release), Mutations.Of(ReleaseJson.Write(release), _random));
            await scene.Settle();
        }

        scene.Put(scene.Compose());
        await scene.Settle();
        _invocations = [.. aws.Invocations.Skip(before)];
        return true;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Charges(Scene scene)
    {
        foreach (var invocation in _invocations.Where(invocation => invocation.Outcome?.Succeeded != true))
        {
            yield return $"An invocation ended with '{invocation.Outcome?.ErrorType}': {invocation.Outcome?.Text} Its event was: {invocation.Text}";
        }

        var streams = scene.Log.Select(line => line.Stream).Distinct().Count();
        if (streams > 1)
        {
            yield return $"It took {streams} processes to answer.";
        }
    }

    /// <summary>Damages the outer message or the inner one.</summary>
    private string Damaged(string envelope)
    {
        var json = JsonNode.Parse(envelope)!;
        if (_random.Next(2) == 0)
        {
            return Damage(envelope);
        }

        var sns = json["Records"]![0]!["Sns"]!;
        sns["Message"] = Damage(sns["Message"]!.GetValue<string>());
        return json.ToJsonString();
    }

    private string Damage(string text) => Encoding.UTF8.GetString(Mutations.Of(Encoding.UTF8.GetBytes(text), _random));
}
