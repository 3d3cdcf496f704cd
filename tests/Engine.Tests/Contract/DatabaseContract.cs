namespace Drawbridge.Engine.Tests.Contract;

/// <summary>
/// What every engine promises, whatever it speaks: each one's own class says on which server that is tried.
/// </summary>
public abstract partial class DatabaseContract
{
    private protected abstract Dialect Dialect { get; }

    private protected abstract IContractServer Machine { get; }

    private string Then => Dialect.Then;

    /// <summary>A run whose session an administrator ends while it is at work.</summary>
    private async Task<RunReport> Killed(ContractDatabase database)
    {
        var run = database.Apply();
        await database.UntilBusy();
        await database.Execute(Dialect.EndRuns);
        return await run;
    }

    private async Task<ContractDatabase> Slow(double seconds)
    {
        var database = await Empty();
        database.Scripts.With("1_slow.sql", $"CREATE TABLE slow (id int){Then}{Dialect.Sleep(seconds)}");
        return database;
    }

    private async Task<ContractDatabase> WithOneApplied()
    {
        var database = await Empty();
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id int)");
        (await database.Apply()).Error.ShouldBeNull();
        return database;
    }

    private async Task<ContractDatabase> Empty() => new(Machine, Dialect, await Machine.CreateDatabase());
}
