using Drawbridge.Chaos.Faults;
using Drawbridge.LocalAws.Faults;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

public sealed class LosingTheBucket(SharedGround shared) : IClassFixture<SharedGround>
{
    [PostgresTheory]
    [InlineData(StorageFailure.SlowDown, null, "", 3)]
    [InlineData(StorageFailure.Delayed, null, "", 3)]
    [InlineData(StorageFailure.CutOff, "GET", "migrations/", 3)]
    [InlineData(StorageFailure.Truncated, "GET", "migrations/", 1)]
    [InlineData(StorageFailure.Truncated, "GET", "releases/", 1)]
    [InlineData(StorageFailure.CutOff, "PUT", "results/", 2)]
    [InlineData(StorageFailure.AnswerLost, "PUT", "results/", 2)]
    [InlineData(StorageFailure.ConditionLost, "PUT", "results/", 2)]
    [InlineData(StorageFailure.Denied, "PUT", "results/", 1)]
    [InlineData(StorageFailure.Denied, "PUT", "results/", 100)]
    public async Task A_bucket_that_fails_costs_time_at_most(StorageFailure failure, string? method, string prefix, int times)
    {
        var fault = new StorageFault(failure) { Method = method, KeyPrefix = prefix, Times = times, Delay = TimeSpan.FromMilliseconds(300) };
        (await shared.Run(new StorageFails(fault))).ShouldBeGood();
    }
}
