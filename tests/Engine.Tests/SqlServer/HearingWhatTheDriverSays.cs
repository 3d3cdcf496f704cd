using Drawbridge.Engine.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>The real driver, to whom a server says what no server can be made to say at will.</summary>
public sealed class HearingWhatTheDriverSays
{
    private static readonly SqlRequest Request = new("SELECT 1;");

    [DriverFact]
    public async Task Error_behind_a_row_is_heard()
    {
        await using var server = new ScriptedServer(
            () => [.. ScriptedServer.Row(7), .. ScriptedServer.Error(547), .. ScriptedServer.Done(2)]);
        var channel = await server.Connect();

        var refusal = await Should.ThrowAsync<RefusalException>(() => channel.AskOne(Request, default));

        (refusal.Error.Number, refusal.Error.Severity, refusal.IsCancelled, channel.IsOpen).ShouldBe((547, 16, false, true));
    }

    [DriverFact]
    public async Task Error_behind_all_that_is_asked_for_is_heard()
    {
        await using var server = new ScriptedServer(
            () => [.. ScriptedServer.Row(7), .. ScriptedServer.Error(547), .. ScriptedServer.Done(2)]);
        var channel = await server.Connect();

        var refusal = await Should.ThrowAsync<RefusalException>(
            () => channel.Ask(Request, async reader => await reader.ReadAsync() && reader.GetInt32(0) == 7, default));

        refusal.Error.Number.ShouldBe(547);
    }

    [DriverFact]
    public async Task Answer_without_an_error_is_the_first_rows()
    {
        await using var server = new ScriptedServer(() => [.. ScriptedServer.Row(7), .. ScriptedServer.Done(0)]);
        var channel = await server.Connect();

        (await channel.AskOne(Request, default)).ShouldBe(7);
    }

    [DriverFact]
    public async Task Answer_of_another_kind_than_the_question_is_a_refusal()
    {
        await using var server = new ScriptedServer(() => [.. ScriptedServer.Row(7), .. ScriptedServer.Done(0)]);
        var channel = await server.Connect();

        await Should.ThrowAsync<RefusalException>(() => SessionBeginning.Of(channel, default));
        await Should.ThrowAsync<RefusalException>(
            () => channel.Ask(Request, async reader => await reader.ReadAsync() ? reader.GetString(0) : "", default));
    }

    [DriverFact]
    public async Task Request_that_is_told_to_end_is_a_refusal_and_the_connection_goes_on()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(() =>
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(500));
            return [];
        });
        var channel = await server.Connect();

        var refusal = await Should.ThrowAsync<RefusalException>(() => channel.Send(Request, stop.Token));

        (refusal.IsCancelled, channel.IsOpen).ShouldBe((true, true));
    }

    [DriverFact]
    public async Task Request_that_nobody_waits_for_any_more_is_not_sent()
    {
        await using var server = new ScriptedServer(() => ScriptedServer.Done(0));
        var channel = await server.Connect();

        await Should.ThrowAsync<OperationCanceledException>(() => channel.Send(Request, new CancellationToken(canceled: true)));

        server.Requests.ShouldBe(0);
    }

    [DriverFact]
    public async Task Request_that_takes_longer_than_it_may_is_a_refusal_and_the_connection_goes_on()
    {
        await using var server = new ScriptedServer(() => []);
        var channel = await server.Connect();

        var refusal = await Should.ThrowAsync<RefusalException>(
            () => channel.Send(Request with { Limit = TimeSpan.FromSeconds(1) }, default));

        (refusal.Error.Number, refusal.IsCancelled, channel.IsOpen).ShouldBe((ServerError.TimedOut, false, true));
    }

    [DriverFact]
    public async Task Server_that_hangs_up_ends_the_connection()
    {
        await using var server = new ScriptedServer(() => null);
        var channel = await server.Connect();

        var refusal = await Should.ThrowAsync<RefusalException>(() => channel.Send(Request, default));

        (refusal.IsCancelled, channel.IsOpen).ShouldBe((false, false), $"{refusal.Error} {refusal.InnerException}");
    }
}
