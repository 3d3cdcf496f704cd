namespace Drawbridge.LocalAws.Tests;

internal sealed record ReceivedEvent(string RequestId, string DeadlineMs, string Body);
