using Drawbridge.Manifests;

namespace Drawbridge.Chaos.Judging;

/// <summary>Whoever waits for the release, and does what its result says: look, put right what can't be known, deploy again.</summary>
public sealed class Person(Scene scene)
{
    private const int Patience = 3;

    /// <summary>Deploys again until it succeeds, or patience ends.</summary>
    public async Task Insist()
    {
        for (var tries = 0; tries < Patience && scene.NewestResult?.Status != ResultStatus.Succeeded; tries++)
        {
            if (scene.NewestResult?.Error?.Code == "interrupted-script")
            {
                await Resolve();
            }

            scene.Put(scene.Compose());
            await scene.Settle();
        }
    }

    /// <summary>Looks which steps of the script took effect, makes up for the missing ones, and records that it is done.</summary>
    private async Task Resolve()
    {
        if (scene.Scripts.FirstOrDefault(script => script.IsUnknowable && scene.NewestResult!.Error!.Message.Contains(script.Path, StringComparison.Ordinal)) is { } script)
        {
            await scene.Execute(
                $"""
                INSERT INTO public.ledger SELECT '{script.Name}', step FROM generate_series(1, {script.Steps}) AS step
                WHERE step NOT IN (SELECT step FROM public.ledger WHERE script = '{script.Name}')
                """);
            await scene.Execute(
                $"""
                UPDATE drawbridge.history SET statements_done = statements, finished_at = now()
                WHERE path = '{script.Path}' AND state = 'started'
                """);
        }
    }
}
