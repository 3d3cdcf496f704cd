namespace Drawbridge.GitHubAction.Tests.Validate;

/// <summary>A repository of its own for each test.</summary>
public abstract class CheckoutTest : IAsyncLifetime
{
    protected Checkout Checkout { get; private set; } = null!;

    public async Task InitializeAsync() => Checkout = await Checkout.Create();

    public Task DisposeAsync()
    {
        Checkout.Dispose();
        return Task.CompletedTask;
    }
}
