namespace Drawbridge.LambdaFunction.Tests.Local;

/// <summary>Waits for what happens on another thread.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task Holds(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
