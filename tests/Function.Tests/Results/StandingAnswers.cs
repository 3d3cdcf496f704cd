using Drawbridge.LambdaFunction.Results;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Results;

public sealed class StandingAnswers
{
    [Theory]
    [InlineData(ResultStatus.Running, ResultStatus.Succeeded)]
    [InlineData(ResultStatus.Running, ResultStatus.Unavailable)]
    [InlineData(ResultStatus.Unavailable, ResultStatus.Unavailable)]
    [InlineData(ResultStatus.Unavailable, ResultStatus.Refused)]
    public void What_is_no_answer_yet_gives_way(ResultStatus there, ResultStatus next) =>
        Standing.Against(Result(there, null), Result(next, "x"), hadLock: false).ShouldBeFalse();

    [Theory]
    [InlineData(ResultStatus.Succeeded)]
    [InlineData(ResultStatus.Failed)]
    [InlineData(ResultStatus.Superseded)]
    public void An_answer_stands_against_one_who_never_had_the_lock(ResultStatus there)
    {
        Standing.Against(Result(there, null), Result(ResultStatus.Unavailable, "database-unreachable"), hadLock: false).ShouldBeTrue();
        Standing.Against(Result(there, null), Result(ResultStatus.Refused, "lock-not-acquired"), hadLock: false).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ResultStatus.Succeeded, null)]
    [InlineData(ResultStatus.Failed, "statement-failed")]
    public void An_equal_answer_is_not_written_again(ResultStatus status, string? code) =>
        Standing.Against(Result(status, code), Result(status, code) with { Attempt = 2 }, hadLock: true).ShouldBeTrue();

    [Fact]
    public void That_it_finished_before_does_not_hide_how() =>
        Standing.Against(
            Result(ResultStatus.Failed, "statement-failed"),
            Result(ResultStatus.Failed, "release-finished"),
            hadLock: true).ShouldBeTrue();

    [Fact]
    public void Another_refusal_replaces_a_refusal() =>
        Standing.Against(
            Result(ResultStatus.Refused, "setting-missing"),
            Result(ResultStatus.Refused, "database-missing"),
            hadLock: false).ShouldBeFalse();

    [Fact]
    public void The_holder_of_the_lock_knows_better() =>
        Standing.Against(
            Result(ResultStatus.Refused, "setting-missing"), Result(ResultStatus.Succeeded, null), hadLock: true).ShouldBeFalse();

    [Fact]
    public void Nothing_stands_where_nothing_is() =>
        Standing.Against(null, Result(ResultStatus.Unavailable, "x"), hadLock: false).ShouldBeFalse();

    internal static Result Result(ResultStatus status, string? code) => new(
        Manifests.Result.SchemaName,
        Local.SampleReleases.Id,
        "shopdb",
        ReleaseMode.Apply,
        status,
        1,
        new ResultFunction("drawbridge", "1", "r", "another stream", "eu-central-1"),
        null,
        default,
        null,
        0,
        null,
        null,
        0,
        0,
        [],
        [],
        code is null ? null : new ResultError(code, "Message.", "Remedy."));
}
